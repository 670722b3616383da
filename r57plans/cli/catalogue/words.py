"""What the commands call the fields and values of the catalogue, in Vietnamese and English."""

from __future__ import annotations

import re

from r57plans.findings import Language
from r57plans.model.base import Text
from r57plans.model.registers import Named
from r57plans.view.speech import fill

LABELS: dict[str, tuple[str, str]] = {
    "aliases": ("Dạng ngắn", "Short forms"),
    "amended": ("Được sửa đổi", "Amended by"),
    "baseline": ("Số liệu gốc", "Baseline"),
    "basis": ("Độ tin cậy", "Basis"),
    "bodies": ("Cơ quan của tỉnh", "Provincial bodies"),
    "body": ("Cơ quan", "Body"),
    "bottleneck": ("Điểm nghẽn tháo gỡ", "Bottleneck"),
    "central": ("Việc của Trung ương", "Central duty"),
    "choices": ("Có thể lựa chọn", "To choose from"),
    "code": ("Mã số", "Code"),
    "core": ("Nội dung cốt lõi", "Core matter"),
    "deadline": ("Thời hạn", "Deadline"),
    "defect": ("Lưu ý về bản tiếng Anh của nguồn", "Defect of the English source"),
    "directive": ("Căn cứ chỉ đạo", "Directive"),
    "directives": ("Chỉ đạo ngày 4/3/2025", "Directives of 4 March 2025"),
    "evidence": ("Minh chứng trong kế hoạch", "Evidence in a plan"),
    "exists": ("Thời gian hoạt động", "Existed"),
    "fingerprint": ("Dấu vân tay", "Fingerprint"),
    "for_province": ("Với tỉnh", "For a province"),
    "funding": ("Nguồn kinh phí gợi ý", "Funding hint"),
    "gist": ("Ý chính", "Gist"),
    "horizon": ("Thời hạn gợi ý", "Suggested deadline"),
    "indicators": ("Chỉ tiêu", "Targets"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "leads": ("Chủ trì", "Lead"),
    "level": ("Cấp thực hiện", "Level"),
    "local": ("Chỉ tiêu địa phương", "Local counterpart"),
    "monitor": ("Theo dõi", "Monitoring"),
    "name_en": ("Tên tiếng Anh", "English name"),
    "name_vi": ("Tên tiếng Việt", "Vietnamese name"),
    "now": ("Tên hiện nay", "Now called"),
    "number": ("Số, ngày", "Number and date"),
    "parameters": ("Số liệu địa phương cần điền", "Local figures to give"),
    "predecessors": ("Hình thành từ", "Made from"),
    "products": ("Sản phẩm", "Products"),
    "provincial": ("Áp dụng cho tỉnh", "For a province"),
    "recommended": ("Nên chọn", "Recommended"),
    "replaced": ("Được thay thế", "Replaced by"),
    "requested": ("Đề nghị phối hợp", "Requested"),
    "resting": ("Mục dựa vào", "What rests on it"),
    "security": ("An ninh mạng", "Cyber security"),
    "sentences": ("Câu nguồn", "Sentences"),
    "side": ("Khối", "Side"),
    "since": ("Có từ phiên bản", "Since version"),
    "source": ("Nguồn", "Source"),
    "status": ("Hiệu lực", "Status"),
    "status_basis": ("Độ tin cậy về hiệu lực", "Basis of the status"),
    "sub_tasks": ("Nhiệm vụ liên quan", "Sub-tasks"),
    "subjects": ("Chủ thể", "Who takes part"),
    "successor": ("Kế thừa bởi", "Successor"),
    "supports": ("Phối hợp", "Support"),
    "text": ("Nội dung", "Text"),
    "to": ("Báo cáo với", "To whom"),
    "values": ("Giá trị cả nước", "National values"),
    "when": ("Khi nào", "When"),
}
VALUES: dict[str, tuple[str, str]] = {
    "province": ("tỉnh thực hiện", "carried out by the province"),
    "shared": ("tỉnh thực hiện phần việc của mình", "the province carries out its part"),
    "centre": (
        "Trung ương thực hiện; tỉnh theo dõi, đề xuất",
        "led by the central authorities; the province follows and proposes",
    ),
    "verified": ("đã đối chiếu", "verified"),
    "secondary": ("nguồn thứ cấp", "secondary"),
    "unverified": ("chưa đối chiếu", "unverified"),
    "yes": ("có", "yes"),
    "share": ("đóng góp một phần", "a share of the national count"),
    "no": ("không", "no"),
    "security": ("phải bảo đảm", "must be addressed"),
    "requirement": ("yêu cầu trực tiếp đối với tỉnh", "asked of provinces directly"),
    "mirror": ("làm theo mô hình Trung ương", "mirrors the central model"),
    "follow": ("theo dõi, phối hợp", "follows the centre"),
    "align": ("điều chỉnh cho phù hợp", "keeps its plan in step"),
    "not-yet": ("chưa ban hành", "not issued yet"),
    "in-force": ("còn hiệu lực", "in force"),
    "aliases": ("Dạng ngắn", "Short forms"),
    "amended": ("đã được sửa đổi, bổ sung", "amended"),
    "ended": ("hết hiệu lực", "no longer in force"),
    "replaced": ("đã được thay thế", "replaced"),
    "unknown": ("chưa rõ", "not known"),
}
SIDES: dict[str, tuple[str, str]] = {
    "party": ("Đảng", "Party"),
    "state": ("Nhà nước", "State"),
    "front": ("Mặt trận, đoàn thể", "Front and organisations"),
    "court": ("Tòa án, viện kiểm sát", "Courts and procuracies"),
    "forces": ("Lực lượng vũ trang", "Armed forces"),
    "enterprise": ("Doanh nghiệp", "Enterprise"),
    "class": ("Nhóm cơ quan, tổ chức", "A class of bodies"),
    "other": ("Khác", "Other"),
}
KINDS: dict[str, tuple[str, str]] = {
    "groups": ("nhóm nhiệm vụ", "groups of tasks"),
    "sub-tasks": ("nhiệm vụ", "sub-tasks"),
    "targets": ("chỉ tiêu", "targets"),
    "baselines": ("số liệu gốc", "baselines"),
    "principles": ("quan điểm", "principles"),
    "duties": ("tổ chức thực hiện", "duties"),
    "directives": ("chỉ đạo ngày 4/3/2025", "directives of 4 March 2025"),
    "requirement": ("yêu cầu với tỉnh", "parts of the requirement"),
    "documents": ("văn bản Trung ương", "central documents"),
    "provinces": ("tỉnh, thành phố (theo thời kỳ)", "provinces (dated records)"),
    "agencies": ("cơ quan, tổ chức", "bodies"),
    "roles": ("chức danh", "posts"),
}
# Any province's words stand in the catalogue's placeholders until a plan says whose it is.
GENERAL_WORDS: dict[Language, dict[str, str]] = {
    "vi": {"tinh": "tỉnh", "tinh_uy": "Tỉnh ủy", "dia_phuong": "tỉnh", "ten": "…"},
    "en": {
        "tinh": "province",
        "provincial": "Provincial",
        "committee": "Provincial Party Committee",
        "place": "the province",
    },
}
_FIGURE = re.compile(r"\{[a-z_]+\}")


def say(text: Text | Named, language: Language) -> str:
    """A text of the catalogue: any province's words in its placeholders, gaps for local figures."""
    return _FIGURE.sub("…", fill(text.say(language), GENERAL_WORDS[language]))


def word(pair: tuple[str, str], language: Language) -> str:
    """One of the two wordings."""
    return pair[language == "en"]

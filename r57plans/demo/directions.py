"""Directions of their own that illustrative plans choose from, each with a task; no facts."""

from __future__ import annotations

from typing import NamedTuple

from r57plans.findings import Message


class Direction(NamedTuple):
    """What a plan concentrates on: in words, and as a task with its group, lead and product."""

    name: Message
    group: int
    task: Message
    lead: str
    supports: tuple[str, ...]
    product: Message


DIRECTIONS = (
    Direction(
        Message("nông nghiệp số", "digital agriculture"),
        6,
        Message(
            "Xây dựng nền tảng truy xuất nguồn gốc dùng chung cho nông sản chủ lực; cấp mã số vùng"
            " trồng, vùng nuôi, kết nối với sàn thương mại điện tử.",
            "Build a shared traceability platform for the principal farm products; give growing "
            "and farming areas their codes, and connect them with e-commerce platforms.",
        ),
        "so-nong-nghiep-va-moi-truong",
        ("so-khoa-hoc-va-cong-nghe", "so-cong-thuong", "hoi-nong-dan"),
        Message("Nền tảng truy xuất nguồn gốc nông sản", "Traceability platform for farm products"),
    ),
    Direction(
        Message("du lịch thông minh", "smart tourism"),
        6,
        Message(
            "Số hóa tài nguyên du lịch, xây dựng bản đồ du lịch số và vé điện tử dùng chung cho "
            "các khu, điểm du lịch.",
            "Digitise tourism resources; make a digital tourist map, and one electronic ticket for"
            " the tourist areas and sites.",
        ),
        "so-van-hoa-the-thao-va-du-lich",
        ("so-khoa-hoc-va-cong-nghe", "so-tai-chinh"),
        Message("Hệ thống thông tin du lịch thông minh", "Smart tourism information system"),
    ),
    Direction(
        Message("logistics số", "digital logistics"),
        6,
        Message(
            "Xây dựng hệ thống thông tin điều phối vận tải hàng hóa, kết nối kho, bãi, bến với cơ "
            "quan quản lý và doanh nghiệp.",
            "Build an information system to coordinate freight, which connects warehouses, yards "
            "and terminals with the authorities and enterprises.",
        ),
        "so-xay-dung",
        ("so-cong-thuong", "so-khoa-hoc-va-cong-nghe"),
        Message("Hệ thống thông tin logistics", "Logistics information system"),
    ),
    Direction(
        Message("sản xuất thông minh", "smart production"),
        6,
        Message(
            "Hỗ trợ doanh nghiệp công nghiệp chế biến, chế tạo đổi mới công nghệ, xây dựng nhà máy"
            " thông minh thí điểm và nhân rộng.",
            "Support processing and manufacturing enterprises in renewing technology; build pilot "
            "smart factories and replicate them.",
        ),
        "so-cong-thuong",
        ("so-khoa-hoc-va-cong-nghe", "so-tai-chinh"),
        Message(
            "Chương trình hỗ trợ doanh nghiệp đổi mới công nghệ",
            "Programme to support enterprises in renewing technology",
        ),
    ),
    Direction(
        Message("y tế số ở cơ sở", "digital health care at the grassroots"),
        5,
        Message(
            "Triển khai bệnh án điện tử và khám, chữa bệnh từ xa từ bệnh viện tuyến tỉnh đến trạm "
            "y tế xã.",
            "Introduce electronic medical records and remote consultation from the provincial "
            "hospitals to the commune health stations.",
        ),
        "so-y-te",
        ("so-khoa-hoc-va-cong-nghe", "ubnd-cap-xa"),
        Message("Hệ thống khám, chữa bệnh từ xa", "Remote consultation system"),
    ),
    Direction(
        Message("giáo dục số", "digital education"),
        4,
        Message(
            "Xây dựng kho học liệu số, phòng học STEM dùng chung theo cụm trường; bồi dưỡng năng "
            "lực số cho giáo viên.",
            "Build a store of digital teaching materials and STEM classrooms shared by clusters of"
            " schools; train teachers in digital skills.",
        ),
        "so-giao-duc-va-dao-tao",
        ("so-khoa-hoc-va-cong-nghe", "so-tai-chinh"),
        Message("Kho học liệu số dùng chung", "Shared store of digital teaching materials"),
    ),
    Direction(
        Message("dữ liệu dùng chung", "shared data"),
        5,
        Message(
            "Xây dựng kho dữ liệu dùng chung và bản đồ số nền của địa phương, mở dữ liệu cho người"
            " dân, doanh nghiệp khai thác.",
            "Build the locality's shared data store and its digital base map, and open data to "
            "people and enterprises.",
        ),
        "so-khoa-hoc-va-cong-nghe",
        ("so-nong-nghiep-va-moi-truong", "cac-so-ban-nganh"),
        Message("Kho dữ liệu dùng chung", "Shared data store"),
    ),
    Direction(
        Message("đô thị thông minh", "smart urban areas"),
        5,
        Message(
            "Xây dựng trung tâm giám sát, điều hành thông minh; tích hợp dữ liệu giao thông, trật "
            "tự đô thị, môi trường.",
            "Build a smart monitoring and operations centre that brings together the data on "
            "traffic, urban order and the environment.",
        ),
        "so-xay-dung",
        ("so-khoa-hoc-va-cong-nghe", "cong-an-tinh"),
        Message(
            "Trung tâm giám sát, điều hành thông minh", "Smart monitoring and operations centre"
        ),
    ),
    Direction(
        Message("quan trắc môi trường", "environmental monitoring"),
        5,
        Message(
            "Lắp đặt trạm quan trắc tự động, cảnh báo sớm thiên tai, ô nhiễm; công bố dữ liệu theo"
            " thời gian thực.",
            "Install automatic stations that give early warning of natural disasters and "
            "pollution; publish their data in real time.",
        ),
        "so-nong-nghiep-va-moi-truong",
        ("so-khoa-hoc-va-cong-nghe", "ubnd-cap-xa"),
        Message("Mạng lưới quan trắc tự động", "Network of automatic monitoring stations"),
    ),
    Direction(
        Message("khởi nghiệp sáng tạo", "innovative start-ups"),
        6,
        Message(
            "Thành lập trung tâm hỗ trợ khởi nghiệp sáng tạo, kết nối trường đại học, cao đẳng với"
            " doanh nghiệp và quỹ đầu tư.",
            "Establish a centre for innovative start-ups that connects universities and colleges "
            "with enterprises and investment funds.",
        ),
        "so-khoa-hoc-va-cong-nghe",
        ("so-tai-chinh", "doan-thanh-nien-cong-san-ho-chi-minh"),
        Message("Trung tâm hỗ trợ khởi nghiệp sáng tạo", "Centre to support innovative start-ups"),
    ),
    Direction(
        Message("di sản số", "digital heritage"),
        5,
        Message(
            "Số hóa hiện vật, di tích, di sản phi vật thể; xây dựng bảo tàng số phục vụ nghiên "
            "cứu, giáo dục, du lịch.",
            "Digitise artefacts, relic sites and intangible heritage; build a digital museum for "
            "research, education and tourism.",
        ),
        "so-van-hoa-the-thao-va-du-lich",
        ("so-khoa-hoc-va-cong-nghe", "so-giao-duc-va-dao-tao"),
        Message("Bảo tàng số", "Digital museum"),
    ),
    Direction(
        Message("nhân lực số", "digital talent"),
        4,
        Message(
            "Ban hành chính sách thu hút chuyên gia công nghệ, đặt hàng đào tạo kỹ sư cho các "
            "ngành mũi nhọn của địa phương.",
            "Adopt a policy to attract technology experts, and commission the training of "
            "engineers for the locality's leading sectors.",
        ),
        "so-noi-vu",
        ("so-khoa-hoc-va-cong-nghe", "so-tai-chinh"),
        Message("Chính sách thu hút chuyên gia công nghệ", "Policy to attract technology experts"),
    ),
)

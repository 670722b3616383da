"""What a redline cannot mark, and what to say when it could not be verified."""

from __future__ import annotations

from r57plans.findings import Finding, Message


def loose_end(text: str) -> Finding:
    """A paragraph whose end nothing before it can hold."""
    said = text.strip()
    return Finding(
        "redline.paragraph-end",
        "note",
        Message(
            f"Đoạn “{said}” đứng ngay trước bảng hoặc ở cuối, không có đoạn nào đứng trước: dấu "
            "xuống dòng của đoạn có thể còn lại sau khi từ chối hoặc chấp nhận.",
            f"The paragraph “{said}” stands before a table or at the end with none before it: an "
            "empty paragraph may be left once the changes are rejected or accepted.",
        ),
    )


def other_sections() -> Finding:
    """The two have other sections, headers or footers."""
    return Finding(
        "redline.sections",
        "note",
        Message(
            "Hai bản có số phần (section) hoặc đầu trang, chân trang khác nhau; phần chỉ một bản "
            "có thì lấy theo bản mới và không đánh dấu.",
            "The two have other sections, headers or footers; those that only one has are as in "
            "NEW, and not marked.",
        ),
    )


def lost_tags() -> Finding:
    """One of two files made from plans was saved by a program that drops the tags of controls."""
    return Finding(
        "redline.tags",
        "note",
        Message(
            "Một bản đã qua LibreOffice nên mất thẻ (tag) của các ô nội dung: không so sánh thẻ, "
            "tệp kết quả cũng không có thẻ; lệnh pull nhận ra từng chỗ theo dấu trang (bookmark).",
            "One of the two went through LibreOffice and has lost the tags of its content "
            "controls: tags are not compared, and the redline has none; pull goes by bookmarks.",
        ),
    )


def not_verified(side: str) -> Finding:
    """The marked file does not give one of the two back."""
    vi, en = _settling(side)
    return Finding(
        "redline.not-verified",
        "error",
        Message(
            f"Kiểm tra không đạt: {vi} hết các sửa đổi không cho lại đúng bản "
            f"{'mới' if side == 'NEW' else 'cũ'}, nên không ghi tệp.",
            f"Not verified: {en} all changes would not give {side} again, so nothing is written.",
        ),
        Message(
            "Gửi hai tệp cho người phát triển chương trình; trong khi chờ, dùng chức năng So sánh "
            "(Compare) của Word.",
            "Send both files to the developers; meanwhile, use Compare in Word.",
        ),
    )


def _settling(side: str) -> tuple[str, str]:
    """What is done with all changes to get a side, in both languages."""
    return ("chấp nhận", "accepting") if side == "NEW" else ("từ chối", "rejecting")


def other_engine(side: str) -> Finding:
    """What another engine wrote does not give one of the two back."""
    vi, en = _settling(side)
    return Finding(
        "redline.not-verified",
        "warning",
        Message(
            f"Công cụ docxodus: {vi} hết các sửa đổi không cho lại đúng bản "
            f"{'mới' if side == 'NEW' else 'cũ'}.",
            f"docxodus: {en} all changes does not give {side} again.",
        ),
        Message("Bỏ --engine để dùng công cụ có sẵn.", "Leave --engine out for our own."),
    )


def engine_missing() -> Finding:
    """python-redlines is not installed."""
    return Finding(
        "redline.no-docxodus",
        "error",
        Message(
            "Chưa cài công cụ docxodus (python-redlines).",
            "The engine docxodus (python-redlines) is not installed.",
        ),
        Message(
            "Cài bằng: pip install 'r57plans[redlines]'; hoặc bỏ --engine để dùng công cụ có sẵn.",
            "Install it: pip install 'r57plans[redlines]'; or leave --engine out for our own.",
        ),
    )


def engine_failed(said: str) -> Finding:
    """The other engine stopped, or gave what is no Word file."""
    last = said.strip().splitlines()[-1:] or ["—"]
    return Finding(
        "redline.docxodus-failed",
        "error",
        Message(
            f"Công cụ docxodus không so sánh được hai tệp này: {last[0]}",
            f"The engine docxodus could not compare these files: {last[0]}",
        ),
        Message("Bỏ --engine để dùng công cụ có sẵn.", "Leave --engine out for our own."),
    )

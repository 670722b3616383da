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
            f"Đoạn «{said}» đứng ngay trước bảng hoặc ở cuối, không có đoạn nào đứng trước: dấu "
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


def not_verified(side: str) -> Finding:
    """The marked file does not give one of the two back."""
    vi, en = ("chấp nhận", "accepting") if side == "NEW" else ("từ chối", "rejecting")
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

"""The redline of two Word files: tracked changes that give both back, verified."""

from r57plans.word.redline.docxodus import redline_by_docxodus
from r57plans.word.redline.engine import Redlined, accept, redline, reject
from r57plans.word.redline.remarks import Remark

__all__ = ["Redlined", "Remark", "accept", "redline", "redline_by_docxodus", "reject"]

"""What the operating system says to a file that cannot be opened or written, in Chinese."""

from __future__ import annotations

import errno

REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "名称太长",
    errno.EIO: "磁盘读写出错",
}


def error_reason(error: OSError) -> str:
    """The reason in a few words."""
    return REASONS.get(error.errno or 0) or error.strerror or type(error).__name__

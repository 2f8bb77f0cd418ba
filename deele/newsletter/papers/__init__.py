"""An issue as mail: laid out, framed, checked."""

# SPDX-License-Identifier: MIT
"""What a terminal shows: as much of an xterm as curses programs use, so that a measurement can ask
what stands on the screen instead of guessing it from the bytes."""
import codecs
import re

TOKEN = re.compile(
    r"\x1b\[(?P<args>[0-9:;<=>?]*)[ -/]*(?P<csi>[@-~])"
    r"|\x1b[\]PX^_](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)"
    r"|\x1b(?P<set>[()*+])(?P<charset>.)"
    r"|\x1b[ #%].|\x1b(?P<esc>[0-9<=>?@-OQ-WYZa-z\\|}~])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)",
    re.S,
)
LINES = dict(zip("`afgijklmnopqrstuvwx~", "◆▒°±␤┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│·"))


class Screen:
    def __init__(self, cols, rows, answer=lambda text: None):
        self.cols, self.rows, self.answer = cols, rows, answer
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.cells = [[" "] * cols for _ in range(rows)]
        self.row = self.col = 0
        self.top, self.bottom = 0, rows - 1
        self.saved = (0, 0)
        self.rest, self.last, self.drawing, self.application_keys = "", " ", False, False

    def text(self):
        """The screen as lines, without the blanks they end in."""
        return ["".join(line).rstrip() for line in self.cells]

    def feed(self, data):
        source = self.rest + self.decoder.decode(data)
        at = 0
        while at < len(source):
            token = TOKEN.match(source, at)
            if not token:
                break  # a sequence that has not come whole yet
            at = token.end()
            self.take(token)
        self.rest = source[at:][-4096:]

    def take(self, token):
        if token["text"]:
            for c in token["text"]:
                self.put(LINES.get(c, c) if self.drawing else c)
        elif token["control"]:
            self.control(token["control"])
        elif token["csi"]:
            self.sequence(token["args"], token["csi"])
        elif token["set"]:
            self.drawing = token["charset"] == "0" if token["set"] == "(" else self.drawing
        elif token["esc"]:
            self.escape(token["esc"])

    def put(self, c):
        if self.col >= self.cols:
            self.col = 0
            self.line_feed()
        self.cells[self.row][self.col] = self.last = c
        self.col += 1

    def control(self, c):
        if c == "\r":
            self.col = 0
        elif c in "\n\v\f":
            self.line_feed()
        elif c == "\b":
            self.col = max(0, min(self.col, self.cols) - 1)
        elif c == "\t":
            self.col = min(self.cols - 1, self.col // 8 * 8 + 8)

    def line_feed(self):
        if self.row == self.bottom:
            self.scroll(self.top, 1)
        else:
            self.row = min(self.row + 1, self.rows - 1)

    def scroll(self, top, by):
        """Lines from `top` to the end of the scrolling region: up when `by` is positive."""
        size = self.bottom - top + 1
        by = max(-size, min(size, by))
        part = self.cells[top : self.bottom + 1]
        blank = [[" "] * self.cols for _ in range(abs(by))]
        self.cells[top : self.bottom + 1] = part[by:] + blank if by > 0 else blank + part[:by]

    def escape(self, c):
        if c == "7":
            self.saved = (self.row, self.col)
        elif c == "8":
            self.row, self.col = self.saved
        elif c == "M":
            if self.row == self.top:
                self.scroll(self.top, -1)
            else:
                self.row = max(0, self.row - 1)
        elif c in "DE":
            self.col = 0 if c == "E" else self.col
            self.line_feed()
        elif c == "c":
            self.cells = [[" "] * self.cols for _ in range(self.rows)]

    def sequence(self, args, final):
        if final in "hl" and args[:1] == "?":
            if "1" in args[1:].split(";"):
                self.application_keys = final == "h"
            return
        if final == "c" and args in ("", "0", ">", ">0"):
            self.answer("\x1b[>41;330;0c" if args[:1] == ">" else "\x1b[?1;2c")
        elif final == "n" and args in ("5", "6"):
            self.answer("\x1b[0n" if args == "5" else "\x1b[%d;%dR" % (self.row + 1, self.col + 1))
        if args[:1] in ("<", "=", ">", "?"):
            return
        numbers = [int(a) if a.isdigit() else 0 for a in args.split(";")]
        n = max(1, numbers[0])
        if final in "ABCDEFGHdf`aebr":
            self.move(final, numbers, n)
        elif final in "JKX@PLMST":
            self.edit(final, numbers[0], n)

    def move(self, final, numbers, n):
        self.col = min(self.col, self.cols - 1)
        if final in "Hf":
            self.row = n - 1
            self.col = max(1, numbers[1]) - 1 if len(numbers) > 1 else 0
        elif final in "AF":
            self.row -= n
        elif final in "BEe":
            self.row += n
        elif final in "Ca":
            self.col += n
        elif final == "D":
            self.col -= n
        elif final in "G`":
            self.col = n - 1
        elif final == "d":
            self.row = n - 1
        elif final == "b":
            for _ in range(n):
                self.put(self.last)
        elif final == "r":
            bottom = numbers[1] if len(numbers) > 1 and numbers[1] else self.rows
            self.top, self.bottom = n - 1, min(bottom, self.rows) - 1
            self.row = self.col = 0
        if final in "EF":
            self.col = 0
        self.row = max(0, min(self.rows - 1, self.row))
        self.col = max(0, min(self.cols, self.col))

    def edit(self, final, kind, n):
        line = self.cells[self.row]
        col = min(self.col, self.cols - 1)
        if final == "K":
            a, b = {0: (col, self.cols), 1: (0, col + 1)}.get(kind, (0, self.cols))
            line[a:b] = [" "] * (b - a)
        elif final == "J":
            self.edit("K", kind, 1)
            rows = {0: range(self.row + 1, self.rows), 1: range(self.row)}.get(kind, range(self.rows))
            for row in rows:
                self.cells[row] = [" "] * self.cols
        elif final == "X":
            n = min(n, self.cols - col)
            line[col : col + n] = [" "] * n
        elif final == "@":
            line[col:] = ([" "] * n + line[col:])[: self.cols - col]
        elif final == "P":
            line[col:] = (line[col + n :] + [" "] * n)[: self.cols - col]
        elif final in "LM" and self.top <= self.row <= self.bottom:
            self.scroll(self.row, -n if final == "L" else n)
        elif final in "ST":
            self.scroll(self.top, n if final == "S" else -n)

"""The look of every plain widget: one style sheet, made from the roles and the text size."""

from __future__ import annotations

from string import Template

from quizapp.desktop.theme.roles import Roles

SMALL, BODY, TITLE = 13, 15, 22  # px at the usual system font size

_SHEET = Template("""
* { font-family: "Inter"; font-size: ${body}px; color: $text; }
QMainWindow, QWidget#page, QStackedWidget, QScrollArea, QWidget#column { background: $ground; }
QScrollArea { border: none; }
QWidget#panel_column, QFrame#panel QScrollArea { background: $surface; }
QDialog#page { background: $surface; border: 1px solid $line; }
QLabel { background: transparent; }
QLabel[look="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="small"] { font-size: ${small}px; color: $quiet; }
QLabel[look="quiet"] { color: $quiet; }
QLabel[look="right"] { color: $right; font-weight: 600; }
QLabel[look="wrong"] { color: $wrong; font-weight: 600; }
QLabel[look="link"]:focus { border: 2px solid $focus; border-radius: 4px; }
QLabel[look="near"] { color: $near; font-weight: 600; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; font-size: ${small}px; }

QPushButton { background: transparent; border: 1px solid $line; border-radius: 8px; padding: 8px 16px; min-height: 22px; }
QPushButton, QToolButton, QCheckBox, QSlider { outline: none; }
QPushButton:hover { background: $raised; }
QPushButton:focus { border: 2px solid $focus; padding: 7px 15px; }
QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:disabled { color: $quiet; border-color: $line; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; padding: 8px 24px; }
QPushButton[look="primary"]:hover { background: $accent; border-color: $text; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 7px 23px; }
QPushButton[look="primary"]:disabled { background: $raised; color: $quiet; border-color: $line; }
QPushButton[look="plain"] { border: 1px solid transparent; padding: 6px 8px; color: $quiet; }
QPushButton[look="plain"]:hover { background: $raised; color: $text; }
QPushButton[look="plain"]:checked { background: $accent_soft; color: $text; }
QPushButton[look="plain"]:focus { border: 2px solid $focus; padding: 5px 7px; }
QPushButton[look="link"] { border: none; padding: 4px 0; color: $accent; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid $focus; border-radius: 4px; padding: 2px 4px; }
QPushButton[look="chip"] { border-radius: 14px; padding: 3px 12px; font-size: ${small}px; min-height: 20px; }
QPushButton[look="chip"]:focus { border: 2px solid $focus; padding: 2px 11px; }
QToolButton[look="rail"] { border: 2px solid transparent; border-radius: 12px; padding: 8px 2px; font-size: ${small}px; color: $quiet; }
QToolButton[look="rail"]:hover { background: $raised; color: $text; }
QToolButton[look="rail"]:checked { background: $accent_soft; color: $text; }
QToolButton[look="rail"]:focus { border: 2px solid $focus; }

QFrame#rail { background: $surface; border: none; border-right: 1px solid $line; }
QFrame#panel { background: $surface; border: none; border-left: 1px solid $line; }
QFrame#bar { background: $ground; border: none; border-top: 1px solid $line; }
QFrame#card { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame#card[verdict="right"] { border: 2px solid $right; }
QFrame#card[verdict="wrong"] { border: 2px solid $wrong; }
QFrame#verdict { border-radius: 12px; background: $raised; }
QFrame#verdict[verdict="right"] { background: $right_soft; }
QFrame#verdict[verdict="wrong"] { background: $wrong_soft; }
QFrame#verdict[verdict="near"] { background: $near_soft; }
QFrame#notice { background: $near_soft; border: 1px solid $near; border-radius: 8px; }
QFrame#told { background: $text; border-radius: 8px; }
QFrame#told QLabel { color: $ground; }
QFrame#told QPushButton { color: $ground; border: 1px solid $ground; padding: 3px 12px; }

QLineEdit { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 7px 12px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $focus; padding: 6px 11px; }
QPlainTextEdit { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 8px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border: 2px solid $focus; }
QTextBrowser { background: transparent; border: none; }
QTreeView, QListView, QListWidget { background: transparent; border: none; outline: none; }
QListWidget#order::item { background: $surface; border: 1px solid $line; border-radius: 12px; padding: 8px 16px; min-height: 26px; }
QListWidget#order::item:selected { background: $accent_soft; color: $text; border: 2px solid $accent; padding: 7px 15px; }
QListWidget#findings::item { padding: 3px 0; border-radius: 6px; }
QListWidget#findings::item:focus { border: 2px solid $focus; padding: 1px 0; }
QListWidget#bin { background: $raised; border: 1px dashed $line; border-radius: 12px; padding: 2px; }
QListWidget#bin:focus { border: 2px solid $focus; padding: 1px; }
QListWidget#bin::item { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 4px 10px; }
QListWidget#bin::item:selected { background: $accent_soft; color: $text; border: 2px solid $accent; padding: 3px 9px; }
QTreeView { show-decoration-selected: 0; }
QTreeView::branch:selected { background: transparent; }
QTreeView::item, QListView::item { padding: 5px 8px; border-radius: 6px; min-height: 20px; }
QTreeView::item:hover, QListView::item:hover { background: $raised; }
QListView::item:selected { background: $accent_soft; color: $text; }
QTreeView::item:selected { background: transparent; color: $text; }
QTreeView::item:selected { font-weight: 600; }
QTreeView::item:focus, QListView::item:focus { border: 2px solid $focus; padding: 3px 6px; }

QSlider { min-height: 26px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 20px; height: 20px; margin: -8px 0; border-radius: 10px; background: $surface; border: 2px solid $accent; }
QSlider::handle:horizontal:focus { border: 4px solid $focus; }
QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCheckBox { spacing: 10px; min-height: 26px; }
QCheckBox::indicator { width: 20px; height: 20px; border: 2px solid $quiet; border-radius: 5px; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/box-tick-$name.svg"); }
QTreeWidget::indicator { width: 18px; height: 18px; border: 2px solid $quiet; border-radius: 5px; background: $surface; }
QTreeWidget::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/box-tick-$name.svg"); }
QTreeWidget::indicator:indeterminate { background: $accent_soft; border-color: $accent; }
QRadioButton { spacing: 10px; min-height: 24px; }
QRadioButton::indicator { width: 16px; height: 16px; border: 2px solid $quiet; border-radius: 10px; background: $surface; }
QRadioButton::indicator:checked { border: 6px solid $accent; width: 8px; height: 8px; }
QRadioButton:focus { border: 2px solid $focus; border-radius: 6px; }
QCheckBox:disabled { color: $quiet; }
QCheckBox::indicator:disabled { border-color: $line; background: $raised; image: none; }
QCheckBox:focus { border: 2px solid $focus; border-radius: 6px; }
QTableWidget { background: transparent; border: none; outline: none; alternate-background-color: $surface; selection-background-color: $accent_soft; selection-color: $text; }
QTableWidget::item { padding: 6px 8px; border-bottom: 1px solid $line; }
QTableWidget::item:focus { border: 2px solid $focus; }
QTableWidget::indicator { width: 18px; height: 18px; border: 2px solid $quiet; border-radius: 5px; background: $surface; }
QTableWidget::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/box-tick-$name.svg"); }
QHeaderView, QHeaderView::section { background: transparent; }
QHeaderView::section { color: $quiet; border: none; border-bottom: 1px solid $line; padding: 6px 8px; font-weight: 400; }
QComboBox { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 6px 12px; min-height: 24px; }
QComboBox:focus { border: 2px solid $focus; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$icons/box-open-$name.svg"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; selection-background-color: $accent_soft; selection-color: $text; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 32px; }
QScrollBar::handle:vertical:hover { background: $quiet; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; height: 1px; }
QLineEdit { placeholder-text-color: $quiet; }
QMenu { background: $surface; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 6px 20px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; }
""")


def sheet(theme: Roles, scale: float, icons: str) -> str:
    """Return the style sheet for a theme; ``scale`` follows the system's font size, ``icons`` is a folder."""
    values = {name: getattr(theme, name) for name in theme.__slots__}
    sizes = {name: round(size * scale) for name, size in (("small", SMALL), ("body", BODY), ("title", TITLE))}
    return _SHEET.substitute(values, **sizes, icons=icons)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/zb-table-body.h"
#include "widgets/zb-table-font.h"
#include "widgets/zb-table-row.h"

G_BEGIN_DECLS

/* A row widget and what it shows. */
typedef struct {
  ZbTableRow *row;  /* (unowned): child of the body */
  GObject *item;    /* (owned) (nullable) */
  guint position;
} ZbTableLine;

struct _ZbTableBody
{
  GtkWidget parent_instance;

  ZbTableColumns *columns;   /* (owned) */
  ZbTableFont *font;         /* (owned) */
  GtkSelectionModel *model;  /* (owned) (nullable) */
  GtkAdjustment *across;     /* (owned) (nullable) */
  GtkAdjustment *along;      /* (owned) (nullable) */
  ZbTableText text;
  gpointer text_data;

  GPtrArray *lines;          /* (owned) (element-type ZbTableLine): in sight, by position; and the one with the focus */
  GPtrArray *spare;          /* (owned) (element-type ZbTableLine): hidden */
  GArray *least_widths;      /* (owned) (element-type int): that texts just filled in need, 0 for none */
  int row_height;            /* 0 before it was measured */
  int page_width;
  int page_height;           /* 0 before there is room */
  guint cursor;
  guint anchor;              /* where a range of the selection begins */
  guint wanted;              /* to be scrolled to as soon as there is room */
  guint pressed;
};

/* zb-table-body.c */
guint zb_table_body_size (ZbTableBody *self);
/** zb_table_body_has_keys: whether one of its rows has the focus. */
gboolean zb_table_body_has_keys (ZbTableBody *self);
/** zb_table_body_scroll_to: no further than needed to see the row whole. */
void zb_table_body_scroll_to (ZbTableBody *self, guint position);

/* zb-table-lines.c */
/** zb_table_body_find_sight: the positions in sight; before there is room, that of the row that shall have the keys. */
void zb_table_body_find_sight (ZbTableBody *self, guint *out_first, guint *out_n);
/** zb_table_body_update_lines: puts a row for each position in sight, keeping those that show one of them already. */
void zb_table_body_update_lines (ZbTableBody *self);
ZbTableLine *zb_table_body_line_at (ZbTableBody *self, guint position);
ZbTableLine *zb_table_body_make_line (ZbTableBody *self);
/** zb_table_body_fill_line: zb_table_body_widen_columns() must follow, when there is no line left to fill. */
void zb_table_body_fill_line (ZbTableBody *self, ZbTableLine *line);
void zb_table_body_widen_columns (ZbTableBody *self);
void zb_table_body_show_selected (ZbTableBody *self, ZbTableLine *line);
/** zb_table_body_release_line: it shows nothing any more. */
void zb_table_body_release_line (ZbTableBody *self, ZbTableLine *line);
void zb_table_body_free_lines (ZbTableBody *self, GPtrArray *lines);

/* zb-table-keys.c */
void zb_table_body_install_keys (GtkWidgetClass *widget_class);
void zb_table_body_add_pointer (ZbTableBody *self);
/** zb_table_body_go_to: moves the keys to a row, and selects as a click with those modifiers would. */
gboolean zb_table_body_go_to (ZbTableBody *self, guint position, gboolean select, gboolean modify, gboolean extend);

G_END_DECLS

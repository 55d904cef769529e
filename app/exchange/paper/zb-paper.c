/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-paper-private.h"

/* The faces of official papers, then what stands in for them. The last names are for rare characters. */
#define RARE "HanaMinA,HanaMinB,Plangothic P1,Plangothic P2,BabelStone Han,SimSun-ExtB,TW-Sung-Ext-B"
#define TITLE_FAMILIES "方正小标宋简体,FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong,Noto Serif CJK SC," \
                       "Source Han Serif SC,serif," RARE
#define HEADER_FAMILIES "黑体,SimHei,Noto Sans CJK SC,Source Han Sans SC,sans-serif," RARE
#define CELL_FAMILIES "宋体,SimSun,Noto Serif CJK SC,Source Han Serif SC,serif," RARE

ZbPaper *
zb_paper_new (ZbSheet *sheet, GError **error)
{
  g_autoptr(ZbPaper) self = g_new0 (ZbPaper, 1);

  self->sheet = sheet;
  self->title_font = zb_paper_font_new (TITLE_FAMILIES, TRUE);
  self->header_font = zb_paper_font_new (HEADER_FAMILIES, TRUE);
  self->cell_font = zb_paper_font_new (CELL_FAMILIES, FALSE);
  self->n_columns = zb_sheet_n_columns (sheet);
  self->columns = g_new0 (ZbPaperColumn, MAX (self->n_columns, 1));
  self->cells = g_new0 (const char *, MAX (self->n_columns, 1));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scratch = g_string_new (NULL);
  if (!zb_paper_place (self, error))
    return NULL;
  zb_paper_paginate (self);
  return g_steal_pointer (&self);
}

void
zb_paper_free (ZbPaper *self)
{
  if (self == NULL)
    return;
  zb_paper_font_free (self->title_font);
  zb_paper_font_free (self->header_font);
  zb_paper_font_free (self->cell_font);
  g_free (self->columns);
  g_free (self->cells);
  g_free (self->heights);
  g_array_unref (self->starts);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

guint
zb_paper_n_pages (ZbPaper *self)
{
  return self->starts->len;
}

void
zb_paper_size (ZbPaper *self, double *out_width, double *out_height)
{
  *out_width = self->width;
  *out_height = self->height;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-paper-private.h"

/* The last names are for rare characters. */
#define RARE ",HanaMinA,HanaMinB,Plangothic P1,Plangothic P2,BabelStone Han,SimSun-ExtB,TW-Sung-Ext-B"
#define SERIF "Noto Serif CJK SC,Source Han Serif SC,serif" RARE
#define SANS "Noto Sans CJK SC,Source Han Sans SC,sans-serif" RARE

static const struct {
  const char *families;
  gboolean bold;
} faces[ZB_N_FACES] = {
  [ZB_FACE_TITLE] = { "方正小标宋简体,FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong," SERIF, TRUE },
  [ZB_FACE_BODY] = { "仿宋_GB2312,仿宋,FangSong,STFangsong,华文仿宋," SERIF, FALSE },
  [ZB_FACE_HEADING] = { "黑体,SimHei," SANS, FALSE },
  [ZB_FACE_SUBHEADING] = { "楷体_GB2312,楷体,KaiTi,STKaiti,AR PL UKai CN," SERIF, FALSE },
  [ZB_FACE_CELL] = { "宋体,SimSun," SERIF, FALSE },
  [ZB_FACE_CELL_HEADING] = { "黑体,SimHei," SANS, TRUE },
};

ZbPaperFont *
zb_paper_font_new_face (ZbPaperFace face)
{
  return zb_paper_font_new (faces[face].families, faces[face].bold);
}

static void
outline_clear (gpointer data)
{
  g_free (((ZbPaperOutline *) data)->text);
}

GArray *
zb_paper_outline_new (void)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (ZbPaperOutline));

  g_array_set_clear_func (outline, outline_clear);
  return outline;
}

void
zb_paper_outline_add (GArray *outline, guint level, const char *text, guint page, double y)
{
  ZbPaperOutline one = { g_strdup (text), page, y, level };

  g_array_append_val (outline, one);
}

void
zb_paper_free (ZbPaper *self)
{
  if (self != NULL)
    self->klass->free (self);
}

guint
zb_paper_n_pages (ZbPaper *self)
{
  return self->n_pages;
}

void
zb_paper_size (ZbPaper *self, double *out_width, double *out_height)
{
  *out_width = self->width;
  *out_height = self->height;
}

double
zb_paper_letter_size (ZbPaper *paper, double *out_asked)
{
  *out_asked = paper->letters_asked;
  return paper->letters;
}

gboolean
zb_paper_draw (ZbPaper *self, cairo_t *cr, guint page, GError **error)
{
  gboolean done;

  g_return_val_if_fail (page < self->n_pages, FALSE);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  done = self->klass->draw (self, cr, page, error);
  cairo_restore (cr);
  return done;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/word/zb-word-parts.h"

#include <math.h>

#include "exchange/word/zb-word-text.h"

/* The faces of official papers. Word takes them where they are and one of the others where they are not. */
#define TITLE_FACE "方正小标宋简体"
#define BODY_FACE "仿宋_GB2312"
#define HEADING_FACE "黑体"
#define SUBHEADING_FACE "楷体_GB2312"
#define CELL_FACE "宋体"

static const struct {
  const char *name;
  const char *others;
  const char *family;
} fonts[] = {
  { TITLE_FACE, "方正小标宋_GBK,华文中宋,STZhongsong,Noto Serif CJK SC", "roman" },
  { BODY_FACE, "仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC", "modern" },
  { HEADING_FACE, "SimHei,Noto Sans CJK SC", "modern" },
  { SUBHEADING_FACE, "楷体,KaiTi,华文楷体,STKaiti,AR PL UKai CN", "modern" },
  { CELL_FACE, "SimSun,Noto Serif CJK SC", "auto" },
};

/* What a style says of its paragraphs and its letters; sizes are put in. */
typedef struct {
  const char *id;
  const char *name; /* of Word's own styles: Word shows it in the user's language */
  const char *based_on;
  const char *next;
  const char *paragraph;
  const char *face;
  double size; /* 0: as the one it is based on */
  const char *more; /* (nullable): of the letters, behind the size */
  const char *before; /* (nullable): of the letters, before the size */
} Style;

char *
zb_word_part_fonts (void)
{
  GString *out = g_string_new (ZB_WORD_HEAD "<w:fonts xmlns:w=\"" ZB_WORD_NAMESPACE "\">");

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    g_string_append_printf (out,
                            "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/><w:family w:val=\"%s\"/>"
                            "<w:pitch w:val=\"variable\"/></w:font>",
                            fonts[i].name, fonts[i].others, fonts[i].family);
  g_string_append (out, "</w:fonts>");
  return g_string_free (out, FALSE);
}

static void
add_faces (GString *out, const char *face)
{
  g_string_append_printf (out, "<w:rFonts w:hint=\"eastAsia\" w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:cs=\"%s\"/>", face, face, face, face);
}

static void
add_size (GString *out, double size)
{
  g_string_append_printf (out, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", zb_word_half_points (size), zb_word_half_points (size));
}

static void
add_style (GString *out, const Style *style)
{
  g_string_append_printf (out, "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/>",
                          style->based_on == NULL ? " w:default=\"1\"" : "", style->id, style->name);
  if (style->based_on != NULL)
    g_string_append_printf (out, "<w:basedOn w:val=\"%s\"/>", style->based_on);
  if (style->next != NULL)
    g_string_append_printf (out, "<w:next w:val=\"%s\"/>", style->next);
  g_string_append (out, "<w:qFormat/>");
  if (style->paragraph != NULL && *style->paragraph != '\0')
    g_string_append_printf (out, "<w:pPr>%s</w:pPr>", style->paragraph);
  g_string_append (out, "<w:rPr>");
  if (style->face != NULL)
    add_faces (out, style->face);
  if (style->before != NULL)
    g_string_append (out, style->before);
  if (style->size > 0)
    add_size (out, style->size);
  g_string_append_printf (out, "%s</w:rPr></w:style>", style->more != NULL ? style->more : "");
}

static void
add_styles (GString *out, const ZbWordPage *page)
{
  int pitch = zb_word_twips (page->body_pitch), two = zb_word_twips (2 * page->body_size);
  g_autofree char *body = page->has_grid ? g_strdup ("<w:jc w:val=\"both\"/>")
                                         : g_strdup_printf ("<w:spacing w:line=\"%d\" w:lineRule=\"atLeast\"/><w:jc w:val=\"both\"/>", pitch);
  /* 28 characters of 三号 stand in a line of 156 mm a little closer than their size. */
  double closer = page->body_size - zb_word_half_points (page->body_size) / 2.0;
  g_autofree char *close = closer < 0 ? g_strdup_printf ("<w:spacing w:val=\"%d\"/>", (int) floor (closer * 20)) : NULL;
  g_autofree char *indent = g_strdup_printf ("<w:ind w:firstLineChars=\"200\" w:firstLine=\"%d\"/>", two);
  /* With what stays white below, a whole number of lines of the grid. */
  g_autofree char *title = page->has_grid
                             ? g_strdup_printf ("<w:keepNext/><w:keepLines/><w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"%d\" w:line=\"%d\" w:lineRule=\"atLeast\"/>"
                                                "<w:jc w:val=\"center\"/>", pitch / 2, pitch * 3 / 2 - 10)
                             : g_strdup ("<w:keepNext/><w:keepLines/><w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>"
                                         "<w:jc w:val=\"center\"/>");
  g_autofree char *prose = g_strdup_printf ("<w:ind w:firstLineChars=\"200\" w:firstLine=\"%d\"/><w:jc w:val=\"both\"/>", zb_word_twips (2 * page->cell_size));
  g_autofree char *heading1 = g_strdup_printf ("<w:keepNext/><w:keepLines/>%s<w:outlineLvl w:val=\"0\"/>", indent);
  g_autofree char *heading2 = g_strdup_printf ("<w:keepNext/><w:keepLines/>%s<w:outlineLvl w:val=\"1\"/>", indent);
  g_autofree char *heading3 = g_strdup_printf ("<w:keepNext/><w:keepLines/>%s<w:outlineLvl w:val=\"2\"/>", indent);
  g_autofree char *cell = page->cell_pitch > 0
                            ? g_strdup_printf ("<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"%d\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>",
                                               zb_word_twips (page->cell_pitch))
                            : g_strdup ("<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>");
  const Style styles[] = {
    { "Normal", "Normal", NULL, NULL, body, NULL, 0, NULL, page->has_grid ? close : NULL },
    { "Title", "Title", "Normal", "Normal", title, TITLE_FACE, page->title_size, NULL, NULL },
    { "Subtitle", "Subtitle", "Normal", "Normal", "<w:keepNext/><w:jc w:val=\"center\"/>", SUBHEADING_FACE, page->line_size, NULL, NULL },
    { "Heading1", "heading 1", "Normal", "BodyTextFirstIndent", heading1, HEADING_FACE, 0, NULL, NULL },
    { "Heading2", "heading 2", "Normal", "BodyTextFirstIndent", heading2, SUBHEADING_FACE, 0, NULL, NULL },
    { "Heading3", "heading 3", "Normal", "BodyTextFirstIndent", heading3, NULL, 0, NULL, NULL },
    { "BodyTextFirstIndent", "Body Text First Indent", "Normal", NULL, indent, NULL, 0, NULL, NULL },
    { "Salutation", "Salutation", "Normal", "BodyTextFirstIndent", NULL, NULL, page->line_size, NULL, NULL },
    { "Signature", "Signature", "Normal", "Date", "<w:keepNext/><w:keepLines/><w:jc w:val=\"center\"/>", NULL, 0, NULL, NULL },
    { "Date", "Date", "Normal", NULL, "<w:jc w:val=\"center\"/>", NULL, 0, NULL, NULL },
    { "Caption", "caption", "Normal", "Normal", "<w:jc w:val=\"center\"/>", SUBHEADING_FACE, 12, NULL, NULL },
    { "Footer", "footer", "Normal", NULL, "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>", CELL_FACE,
      MAX (page->number_size, 9), NULL, NULL },
    { "Picture", "图片", "Normal", "Caption", "<w:keepNext/><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"240\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
      NULL, 0, NULL, NULL },
    { "WritingLine", "横线", "Normal", NULL,
      "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:between w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>",
      NULL, 0, NULL, NULL },
    { "TableNote", "表注", "Normal", NULL, "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"left\"/>",
      CELL_FACE, page->note_size, NULL, NULL },
    { "TableHeading", "表头", "Normal", NULL, cell, HEADING_FACE, page->cell_size, NULL, "<w:b/><w:bCs/>" },
    { "TableLabel", "栏目", "Normal", NULL, "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"300\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>", HEADING_FACE,
      page->cell_size, NULL, NULL },
    { "TableText", "表格文字", "Normal", NULL, cell, CELL_FACE, page->cell_size, NULL, NULL },
    { "TableTextLeft", "表格文字（左）", "TableText", NULL, "<w:jc w:val=\"left\"/>", NULL, 0, NULL, NULL },
    { "TableTextRight", "表格文字（右）", "TableText", NULL, "<w:jc w:val=\"right\"/>", NULL, 0, NULL, NULL },
    { "TableProse", "表格段落", "TableText", NULL, prose, NULL, 0, NULL, NULL },
    { "Seam", "骑缝线", "Normal", NULL, "<w:snapToGrid w:val=\"0\"/>", HEADING_FACE, 0, NULL, NULL },
    { "Big", "大字", "Normal", NULL, "<w:snapToGrid w:val=\"0\"/><w:jc w:val=\"center\"/>", HEADING_FACE, 0, NULL, NULL },
    { "Card", "卡片", "Normal", NULL, "<w:snapToGrid w:val=\"0\"/><w:jc w:val=\"both\"/>", SUBHEADING_FACE, 0, NULL, NULL },
    /* Between two tables, which would grow together without it. */
    { "Gap", "间隔", "Normal", NULL, "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>", NULL, 1, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    add_style (out, &styles[i]);
}

char *
zb_word_part_styles (const ZbWordPage *page)
{
  GString *out = g_string_new (ZB_WORD_HEAD "<w:styles xmlns:w=\"" ZB_WORD_NAMESPACE "\"><w:docDefaults><w:rPrDefault><w:rPr>");

  add_faces (out, BODY_FACE);
  add_size (out, page->body_size);
  g_string_append (out, "<w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
                        "<w:pPrDefault><w:pPr><w:widowControl w:val=\"0\"/></w:pPr></w:pPrDefault></w:docDefaults>");
  add_styles (out, page);
  g_string_append (out, "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>"
                        "<w:uiPriority w:val=\"1\"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"
                        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>"
                        "<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
                        "<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
                        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>"
                        "<w:uiPriority w:val=\"39\"/><w:tblPr><w:tblBorders>");
  for (guint i = 0; i < 6; i++)
    g_string_append_printf (out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
                            ((const char *const[]) { "top", "left", "bottom", "right", "insideH", "insideV" })[i]);
  g_string_append (out, "</w:tblBorders></w:tblPr><w:tcPr><w:vAlign w:val=\"center\"/></w:tcPr></w:style></w:styles>");
  return g_string_free (out, FALSE);
}

char *
zb_word_part_settings (const ZbWordPage *page)
{
  return g_strdup_printf (ZB_WORD_HEAD "<w:settings xmlns:w=\"" ZB_WORD_NAMESPACE "\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/>%s"
                          "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:useFELayout/>"
                          "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                          "<w:themeFontLang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/></w:settings>",
                          page->numbers == ZB_WORD_NUMBERS_DASHED ? "<w:evenAndOddHeaders/>" : "");
}

char *
zb_word_part_core (const char *title, const char *author)
{
  g_autofree char *clean_title = zb_word_clean (title);
  g_autofree char *clean_author = zb_word_clean (author != NULL ? author : "");
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  return g_strdup_printf (ZB_WORD_HEAD "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                          " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                          " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>%s</dc:title><dc:creator>%s</dc:creator>"
                          "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>"
                          "<dc:language>zh-CN</dc:language></cp:coreProperties>",
                          clean_title, clean_author, when, when);
}

/* A number that Word puts in, and what stands there until it does. */
static void
add_field (GString *out, const char *instruction, const char *shown)
{
  g_string_append_printf (out,
                          "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> %s </w:instrText></w:r>"
                          "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>%s</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
                          instruction, shown);
}

char *
zb_word_part_footer (const ZbWordPage *page, gboolean is_even)
{
  GString *out = g_string_new (ZB_WORD_HEAD "<w:ftr xmlns:w=\"" ZB_WORD_NAMESPACE "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>");

  if (page->numbers == ZB_WORD_NUMBERS_DASHED)
    {
      /* One character from the edge. */
      g_string_append (out, is_even ? "<w:ind w:left=\"280\"/><w:jc w:val=\"left\"/></w:pPr>" : "<w:ind w:right=\"280\"/><w:jc w:val=\"right\"/></w:pPr>");
      zb_word_add_run (out, NULL, "— ");
      add_field (out, "PAGE", is_even ? "2" : "1");
      zb_word_add_run (out, NULL, " —");
    }
  else
    {
      g_string_append (out, "</w:pPr>");
      zb_word_add_run (out, NULL, "第 ");
      add_field (out, "PAGE", "1");
      zb_word_add_run (out, NULL, " 页　共 ");
      add_field (out, "NUMPAGES", "1");
      zb_word_add_run (out, NULL, " 页");
    }
  g_string_append (out, "</w:p>");
  if (page->foot_note != NULL && *page->foot_note != '\0')
    zb_word_add_paragraph (out, "Footer", "<w:jc w:val=\"left\"/>", "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>", page->foot_note);
  g_string_append (out, "</w:ftr>");
  return g_string_free (out, FALSE);
}

char *
zb_word_part_section (const ZbWordPage *page)
{
  GString *out = g_string_new ("<w:sectPr>");

  if (page->numbers != ZB_WORD_NO_NUMBERS)
    g_string_append (out, "<w:footerReference w:type=\"default\" r:id=\"rId4\"/>");
  if (page->numbers == ZB_WORD_NUMBERS_DASHED)
    g_string_append (out, "<w:footerReference w:type=\"even\" r:id=\"rId5\"/>");
  g_string_append_printf (out, "<w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>", zb_word_twips (page->width), zb_word_twips (page->height),
                          page->width > page->height ? " w:orient=\"landscape\"" : "");
  g_string_append_printf (out, "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/>",
                          zb_word_twips (page->top), zb_word_twips (page->right), zb_word_twips (page->bottom), zb_word_twips (page->left),
                          zb_word_twips (page->foot), zb_word_twips (page->foot));
  if (page->in_middle)
    g_string_append (out, "<w:vAlign w:val=\"center\"/>");
  if (page->has_grid)
    g_string_append_printf (out, "<w:docGrid w:type=\"lines\" w:linePitch=\"%d\"/>", (int) floor (page->body_pitch * 20));
  g_string_append (out, "</w:sectPr>");
  return g_string_free (out, FALSE);
}

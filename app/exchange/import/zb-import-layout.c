/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sheets of a file are taken, and as what tables; see zb-import-layout.h. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"

/* A line knows its table by a number of two bytes; no file has as many. */
#define MAX_TABLES 4096

ZbImportSheet *
zb_import_sheet_new (const char *name, gboolean from_1904)
{
  ZbImportSheet *self = g_new0 (ZbImportSheet, 1);

  self->name = g_strdup (name);
  self->from_1904 = from_1904;
  self->rows = zb_import_rows_new ();
  self->merged = g_array_new (FALSE, FALSE, sizeof (ZbSheetMerged));
  return self;
}

void
zb_import_sheet_free (ZbImportSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  zb_import_rows_free (self->rows);
  g_array_unref (self->merged);
  g_free (self);
}

void
zb_import_table_free (ZbImportTable *self)
{
  g_array_unref (self->positions);
  g_array_unref (self->again);
  g_clear_pointer (&self->below, g_array_unref);
  g_free (self->branch);
  g_free (self->group);
  g_free (self->category);
  g_free (self->unit);
  g_free (self);
}

/* A name that is only the word for it: 所在党支部. */
static gboolean
is_only_a_word (const char *name)
{
  static const char *const words[] = {
    "支部", "党支部", "本支部", "各支部", "各党支部", "所在支部", "所在党支部", "所属党支部", "所属支部", "支部委员会", "全体党支部", "总支部", NULL
  };

  /* 云溪厂各党支部 are all of them. */
  return g_strv_contains (words, name) || g_str_has_suffix (name, "各党支部") || g_str_has_suffix (name, "各支部");
}

/* 一、第一党支部（2人）, alone in its line: what is said of the table below it. Returns: (transfer full) (nullable) */
static char *
branch_of_line (const char *text)
{
  g_autofree char *name = zb_import_section_name (text);
  int kind = name != NULL && strlen (name) <= 120 ? zb_import_kind_of_name (name) : -1;

  return (kind == ZB_ORG_BRANCH || kind == ZB_ORG_GENERAL_BRANCH) && !is_only_a_word (name) ? g_steal_pointer (&name) : NULL;
}

char *
zb_import_unit_of_text (const char *text)
{
  static const char *const ends[] = { "支部委员会", "党支部", "支部" };
  static const char *const rest[] = {
    "党员", "花名册", "名册", "名单", "人员", "信息", "基本情况", "情况", "委员", "班子", "支委", "发展", "入党", "积极分子", "统计", "台账", "登记", "预备",
    "正式", "(", "20", "全体", "现有", "在册", "微心愿", "志愿", "认领"
  };
  static const char *const lists[] = { "名册", "名单", "台账", "台帐", "一览表", "登记表", "登记册", "汇总", "汇总表", "统计表", "信息表", "情况表", "明细表" };
  g_autofree char *folded = zb_import_fold_org (text);
  const char *start = folded, *end = NULL, *last = NULL;

  if (strlen (folded) > 180)
    return NULL;
  if (strspn (start, "0123456789") == 4)
    {
      start += 4;
      start += g_str_has_prefix (start, "年度") ? strlen ("年度") : g_str_has_prefix (start, "年") ? strlen ("年") : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends) && last == NULL; i++)
    if ((last = g_strrstr (start, ends[i])) != NULL)
      end = last + strlen (ends[i]);
  if (end == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rest) && *end != '\0'; i++)
    if (g_str_has_prefix (end, rest[i]))
      {
        g_autofree char *name = g_strndup (start, (gsize) (end - start));

        return is_only_a_word (name) ? NULL : g_steal_pointer (&name);
      }
  /* 学生第二党支部学生党员信息汇总 */
  for (guint i = 0; i < G_N_ELEMENTS (lists) && *end != '\0'; i++)
    if (g_str_has_suffix (end, lists[i]))
      {
        g_autofree char *name = g_strndup (start, (gsize) (end - start));

        return is_only_a_word (name) ? NULL : g_steal_pointer (&name);
      }
  return *end != '\0' || is_only_a_word (start) ? NULL : g_strdup (start);
}

/* 填报单位：某公司第一党支部, in one cell or in two. */
static char *
unit_of_line (const char *text, const char *next)
{
  static const char *const labels[] = { "填报单位", "填报党支部", "填报支部", "单位", "党支部名称", "党支部", "支部名称", "支部", "所在党支部", "党组织名称",
                                        "填表单位", "上报单位", "编制单位", "报送单位", "所属党支部" };
  g_autofree char *folded = zb_import_fold_org (text);
  char *colon = strchr (folded, ':');

  if (colon == NULL)
    return NULL;
  *colon = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_has_prefix (folded, labels[i]))
      {
        const char *value = colon[1] != '\0' ? colon + 1 : next != NULL ? next : "";
        g_autofree char *stamp = g_strdup (value);
        char *sign = strstr (stamp, "(");

        /* （盖章） */
        if (sign != NULL)
          *sign = '\0';
        return zb_import_unit_of_text (stamp);
      }
  return NULL;
}

/* 党员名册（含预备党员）: what a list has, too, says nothing of all of its people. */
static void
cut_included (char *text)
{
  for (char *open = strchr (text, '('), *close; open != NULL && (close = strchr (open, ')')) != NULL; open = strchr (open, '('))
    memmove (open, close + 1, strlen (close + 1) + 1);
  for (char *with; (with = strstr (text, "含")) != NULL || (with = strstr (text, "包括")) != NULL;)
    *with = '\0';
}

/* What a title says that all of its people are: 入党积极分子名册. None where it says several, or what they are to become. */
static const char *
category_of_title (const char *text)
{
  static const struct { const char *word, *code; } stages[] = {
    { "正式党员", "full" }, { "预备党员", "probationary" }, { "发展对象", "candidate" }, { "积极分子", "activist" }, { "入党申请人", "applicant" },
  };
  g_autofree char *folded = strlen (text) < 180 ? zb_import_fold_org (text) : NULL;
  const char *code = NULL;

  if (folded != NULL)
    cut_included (folded);
  if (folded == NULL || strstr (folded, "转正") != NULL || strchr (folded, ':') != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (strstr (folded, stages[i].word) != NULL)
      {
        if (code != NULL)
          return NULL;
        code = stages[i].code;
      }
  return code;
}

/* 流动党员登记台账; not 党员名册（含流动党员）, nor a branch called so. */
static gboolean
is_floating_title (const char *text)
{
  static const char *const word = "流动党员";
  g_autofree char *folded = strlen (text) < 180 ? zb_import_fold_org (text) : NULL;
  const char *at;

  if (folded == NULL || strchr (folded, ':') != NULL)
    return FALSE;
  cut_included (folded);
  at = strstr (folded, word);
  return at != NULL && strstr (at, "支部") == NULL && strstr (folded, "和") == NULL && strstr (folded, "、") == NULL;
}

/* The branch that the lines above the headings speak of, and what they say that the people are. @from: the first of these lines;
 * @within: (nullable): only what stands above this table; @out_category: (out) (nullable) */
static char *
unit_above (ZbImport *self, const ZbImportSheet *sheet, guint from, guint first, const ZbImportTable *within, const char **out_category, gboolean *out_is_floating,
            const char **out_leaving)
{
  g_autofree char *unit = NULL;

  *out_leaving = NULL;
  *out_category = NULL;
  *out_is_floating = FALSE;
  for (guint row = from; row < first; row++)
    {
      zb_import_rows_get (sheet->rows, row, self->cells);
      /* Further down a title stands alone; what has more is a record of the list above. */
      if (from > 0 && self->cells->len > 2)
        continue;
      for (guint i = 0; i < self->cells->len; i++)
        {
          g_autofree char *text = g_strdup (zb_import_plain_text (self, g_array_index (self->cells, ZbSheetCell, i).text, FALSE));
          const char *next = i + 1 < self->cells->len ? g_array_index (self->cells, ZbSheetCell, i + 1).text : NULL;
          guint column = g_array_index (self->cells, ZbSheetCell, i).column;
          char *found = within == NULL || (column >= within->first_column && column <= within->last_column) ? unit_of_line (text, next) : NULL;

          if (within != NULL && (column < within->first_column || column > within->last_column))
            continue;
          if (*out_category == NULL && self->cells->len <= 2)
            *out_category = category_of_title (text);
          if (*out_leaving == NULL && self->cells->len <= 2)
            *out_leaving = zb_import_leaving_of_title (text);
          *out_is_floating = *out_is_floating || (self->cells->len <= 2 && is_floating_title (text));
          if (found != NULL)
            return found;
          /* The nearer one knows better: below the title of the whole paper stands what the table is of. */
          if (self->cells->len == 1 && (found = branch_of_line (text)) != NULL)
            {
              g_free (unit);
              unit = found;
            }
          if (unit == NULL)
            unit = zb_import_unit_of_text (text);
        }
    }
  return g_steal_pointer (&unit);
}

/* What the name of a sheet says: a branch, a group, or what its people are. */
static void
read_sheet_name (ZbImportTable *table)
{
  const char *name = table->sheet->name;
  const ZbCode *code = *name != '\0' ? zb_code_read (zb_code_table_get ("category"), name, NULL) : NULL;
  g_autofree char *stripped = zb_import_section_name (name);
  int kind = stripped != NULL ? zb_import_kind_of_name (stripped) : -1;

  /* A sheet called 党员 may hold probationary members, too. */
  if (code != NULL && (strcmp (code->code, "full") != 0 || strstr (name, "正式") != NULL))
    table->category = g_strdup (code->code);
  if (kind == ZB_ORG_GROUP)
    table->group = g_steal_pointer (&stripped);
  else if (kind == ZB_ORG_BRANCH || kind == ZB_ORG_GENERAL_BRANCH)
    table->branch = is_only_a_word (stripped) ? NULL : g_steal_pointer (&stripped);
  else
    table->branch = zb_import_unit_of_text (name);
}

/* Sheets that hold something else, or people who are not there any more. */
static gboolean
is_aside (const char *name)
{
  static const char *const words[] = { "转出", "历史", "去世", "死亡", "出党", "作废", "说明", "示例", "样例", "样表", "模板", "统计", "备份" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static GHashTable *
fields_of (const ZbImportHead *head)
{
  GHashTable *fields = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < head->headings->len; i++)
    if (g_array_index (head->headings, ZbImportHeading, i).field != NULL)
      g_hash_table_add (fields, (gpointer) g_array_index (head->headings, ZbImportHeading, i).field);
  return fields;
}

/* Whether two tables are of one shape: two thirds of the smaller one's fields are the other's. */
static gboolean
are_alike (const ZbImportHead *one, const ZbImportHead *two)
{
  g_autoptr(GHashTable) first = fields_of (one), second = fields_of (two);
  guint smaller = MIN (g_hash_table_size (first), g_hash_table_size (second)), n = 0;
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    n += g_hash_table_contains (second, field);
  return n * 3 >= smaller * 2 && n >= MIN (2, smaller);
}

/* Where the tables of a sheet begin among its headings: the same headings twice in a row are two of them.
 * Returns: (element-type guint): indexes of headings */
static GArray *
find_starts (ZbImport *self, const ZbImportHead *head)
{
  const ZbField *title = zb_import_title (self);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first_title = G_MAXUINT, start = 0;

  g_array_append_val (starts, start);
  for (guint i = 0; i < head->headings->len; i++)
    {
      guint same = 0, n;

      if (g_array_index (head->headings, ZbImportHeading, i).field != title)
        continue;
      if (first_title == G_MAXUINT)
        {
          first_title = i;
          continue;
        }
      start = i - first_title;
      n = MIN (head->headings->len - start, start);
      for (guint k = 0; k < n; k++)
        same += strcmp (g_array_index (head->headings, ZbImportHeading, k).text, g_array_index (head->headings, ZbImportHeading, start + k).text) == 0;
      if (start > g_array_index (starts, guint, starts->len - 1) && same >= 2 && same * 3 >= n * 2)
        g_array_append_val (starts, start);
    }
  return starts;
}

/* Tables side by side of which each has its branch above it: the first title is not that of all. */
static void
name_blocks (ZbImport *self, const ZbImportHead *head, guint above, guint n)
{
  g_autoptr(GPtrArray) units = g_ptr_array_new_with_free_func (g_free);
  const char *category, *leaving;
  gboolean is_floating, has_own = FALSE;

  for (guint i = 0; i < n && n <= self->tables->len; i++)
    {
      const ZbImportTable *table = g_ptr_array_index (self->tables, self->tables->len - n + i);

      g_ptr_array_add (units, unit_above (self, table->sheet, above, head->first, table, &category, &is_floating, &leaving));
      has_own = has_own || (i > 0 && g_ptr_array_index (units, i) != NULL);
    }
  for (guint i = 0; has_own && i < units->len; i++)
    {
      ZbImportTable *table = g_ptr_array_index (self->tables, self->tables->len - n + i);

      g_free (table->unit);
      table->unit = g_steal_pointer (&g_ptr_array_index (units, i));
    }
}

/* The tables of one block of headings. @above: index of the first row that may be of its title; @end: of the first row that is not its own */
static void
add_tables (ZbImport *self, ZbImportSheet *sheet, const ZbImportHead *head, guint above, guint end, const GArray *again)
{
  g_autoptr(GArray) starts = find_starts (self, head);
  const char *category, *leaving;
  gboolean is_floating;
  g_autofree char *unit = unit_above (self, sheet, above, head->first, NULL, &category, &is_floating, &leaving);

  for (guint i = 0; i < starts->len && self->tables->len < MAX_TABLES; i++)
    {
      ZbImportTable *table = g_new0 (ZbImportTable, 1);
      guint from = g_array_index (starts, guint, i);
      guint to = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : head->headings->len;

      table->sheet = sheet;
      table->next = head->next;
      table->end = end;
      table->again = g_array_copy ((GArray *) again);
      table->first_column = i == 0 ? 0 : g_array_index (head->headings, ZbImportHeading, from).column;
      table->last_column = to == head->headings->len ? ZB_SHEET_MAX_COLUMNS : g_array_index (head->headings, ZbImportHeading, to).column - 1;
      table->positions = g_array_new (FALSE, FALSE, sizeof (gint));
      table->unit = g_strdup (unit);
      table->is_floating = is_floating;
      table->leaving = leaving == NULL && !self->is_chosen ? zb_import_leaving_of_line (sheet->name) : leaving;
      read_sheet_name (table);
      if (category != NULL)
        {
          g_free (table->category);
          table->category = g_strdup (category);
        }
      g_ptr_array_add (self->tables, table);
      zb_import_add_columns (self, table, head, from, to);
    }
  if (starts->len > 1)
    name_blocks (self, head, above, starts->len);
}

/* Lines above headings further down that may be of their title. */
#define TITLE_ROWS 3

/* The tables of a sheet, one below the other. */
static void
add_sheet (ZbImport *self, ZbImportSheet *sheet, const ZbImportHead *head)
{
  g_autoptr(GArray) below = zb_import_find_below (self, sheet, head);
  guint above = 0;

  for (guint i = 0, next; i <= below->len; i = next)
    {
      g_autoptr(GArray) again = g_array_new (FALSE, FALSE, sizeof (ZbImportSpan));
      const ZbImportHead *own = i == 0 ? head : &g_array_index (below, ZbImportHead, i - 1);

      for (next = i + 1; next <= below->len && g_array_index (below, ZbImportHead, next - 1).is_again; next++)
        {
          const ZbImportHead *same = &g_array_index (below, ZbImportHead, next - 1);

          g_array_append_val (again, ((ZbImportSpan) { same->first, same->next }));
        }
      add_tables (self, sheet, own, above, next <= below->len ? g_array_index (below, ZbImportHead, next - 1).first : G_MAXUINT, again);
      if (next <= below->len)
        {
          const ZbImportHead *other = &g_array_index (below, ZbImportHead, next - 1);

          above = MAX (own->next, other->first > TITLE_ROWS ? other->first - TITLE_ROWS : 0);
          g_array_append_val (self->below, ((ZbImportBelow) { sheet, other->first }));
        }
    }
}

/* The first sheet with a table that is none aside, else the first with a table. */
static gint
choose_main (ZbImport *self, const ZbImportHead *heads)
{
  gint first = -1;

  for (guint i = 0; i < self->read->len; i++)
    {
      const ZbImportSheet *sheet = g_ptr_array_index (self->read, i);

      if (heads[i].score == 0)
        continue;
      if (!is_aside (sheet->name))
        return (gint) i;
      first = first < 0 ? (gint) i : first;
    }
  return first;
}

gboolean
zb_import_lay_out (ZbImport *self)
{
  g_autofree ZbImportHead *heads = g_new0 (ZbImportHead, self->read->len + 1);
  gint main;

  for (guint i = 0; i < self->read->len; i++)
    if (strcmp (((ZbImportSheet *) g_ptr_array_index (self->read, i))->name, ZB_IMPORT_REMARKS) != 0)
      zb_import_find_head (self, g_ptr_array_index (self->read, i), &heads[i]);
  main = choose_main (self, heads);
  for (guint i = 0; main >= 0 && i < self->read->len; i++)
    {
      ZbImportSheet *sheet = g_ptr_array_index (self->read, i);

      if ((gint) i == main || (heads[i].score > 0 && !is_aside (sheet->name) && are_alike (&heads[main], &heads[i])))
        add_sheet (self, sheet, &heads[i]);
      else if (zb_import_rows_size (sheet->rows) > 0)
        g_ptr_array_add (self->other_sheets, g_strdup (sheet->name));
    }
  for (guint i = 0; i < self->read->len; i++)
    zb_import_head_clear (&heads[i]);
  return main >= 0;
}

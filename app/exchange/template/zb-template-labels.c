/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What marks may say: the columns of a list by the names that people read, and facts of the whole list. */
#include "config.h"

#include <string.h>

#include "core/zb-figures.h"
#include "exchange/paper/zb-row-source.h"
#include "exchange/template/zb-template-private.h"

/* Room to sign, left empty. */
#define BLANK_WORDS "签名|签到|签字|本人签名|空白"

typedef struct {
  ZbMarkMeaning meaning;
  char *column;   /* (owned) (nullable) */
  char *means;    /* (owned) */
  gboolean is_private;
} Entry;

struct _ZbTemplateNames {
  const ZbRoster *roster;
  GHashTable *entries; /* (owned): folded label → Entry */
  GPtrArray *keys;     /* (owned) (element-type utf8): the folded labels of @entries, in their order */
  GPtrArray *shown;    /* (owned): labels that are proposed, in their order */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->column);
  g_free (entry->means);
  g_free (entry);
}

/* 31至35岁, 31-35岁 and 31—35岁 are one. */
static gunichar
fold_dash (gunichar c)
{
  return c == 0x81f3 || c == '~' || (c >= 0x2010 && c <= 0x2015) || c == 0x301c ? '-' : c;
}

/* Full-width letters, spaces and bracketed hints do not matter. Returns: (transfer full) */
static char *
fold (const char *label, gboolean drops_hint)
{
  g_autofree char *normal = g_utf8_normalize (label, -1, G_NORMALIZE_NFKC);
  GString *out = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = normal != NULL ? normal : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      depth += drops_hint && (c == '(' || c == '[' || c == 0x3010) ? 1 : 0;
      if (depth == 0 && !g_unichar_isspace (c) && c != '*' && c != ':')
        g_string_append_unichar (out, fold_dash (g_unichar_tolower (c)));
      depth -= depth > 0 && (c == ')' || c == ']' || c == 0x3011) ? 1 : 0;
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_alike (const Entry *a, const Entry *b)
{
  return a->meaning.role == b->meaning.role && a->meaning.index == b->meaning.index && g_strcmp0 (a->column, b->column) == 0;
}

/* How what a mark means is called: by the first of its labels. */
static const char *
called (ZbTemplateNames *self, const Entry *like, const char *otherwise)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const Entry *entry = g_hash_table_lookup (self->entries, g_ptr_array_index (self->keys, i));

      if (is_alike (entry, like))
        return entry->means;
    }
  return otherwise;
}

/* @words: with | between; the first is shown. What is there already is not replaced. */
static void
add (ZbTemplateNames *self, const char *words, const Entry *like, gboolean is_shown)
{
  g_auto(GStrv) all = g_strsplit (words, "|", -1);
  g_autofree char *means = g_strdup (called (self, like, all[0]));

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *key = fold (all[i], FALSE);
      Entry *entry;

      if (*key == '\0' || g_hash_table_contains (self->entries, key))
        continue;
      entry = g_new0 (Entry, 1);
      entry->meaning = like->meaning;
      entry->column = g_strdup (like->column);
      entry->means = g_strdup (means);
      entry->is_private = like->is_private;
      g_ptr_array_add (self->keys, key);
      g_hash_table_insert (self->entries, g_steal_pointer (&key), entry);
      if (i == 0 && is_shown)
        g_ptr_array_add (self->shown, g_strdup (all[0]));
    }
}

static void
add_column (ZbTemplateNames *self, const char *words, const char *column, gboolean is_shown)
{
  const Entry entry = { .meaning = { ZB_MARK_OF_ROW, 0, ZB_MARK_PLAIN }, .column = (char *) column,
                        .is_private = zb_roster_column_is_private (self->roster, column) };

  add (self, words, &entry, is_shown);
}

static void
add_declared (ZbTemplateNames *self, const ZbRowSource *source, const ZbKind *kind)
{
  for (guint i = 0; i < self->roster->n_columns; i++)
    {
      const ZbRosterColumn *column = &self->roster->columns[i];
      const ZbRowColumn *own = zb_row_source_column (source, column->field);
      const ZbField *field = zb_kind_field (kind, column->field);
      const char *heading = column->heading != NULL ? column->heading : own != NULL ? own->heading : field != NULL ? field->heading : NULL;

      if (heading != NULL && strcmp (column->field, "blank") != 0)
        add_column (self, heading, column->field, TRUE);
    }
  for (guint i = 0; i < source->n_columns; i++)
    if (!self->roster->is_public || zb_row_column_is_public (&source->columns[i]))
      add_column (self, source->columns[i].heading, source->columns[i].name, TRUE);
  add_column (self, "序号", "row", TRUE);
  add_column (self, BLANK_WORDS, "blank", TRUE);
}

/* What a column shows, where it is a field of a record or of the member whose row it is: its other names are the column's, too. */
static const ZbField *
field_shown (const ZbRowColumn *column)
{
  const ZbField *field = zb_row_column_field (column);
  const ZbField *of_member = zb_kind_field (&zb_kind_member, column->name);

  return field != NULL ? field : of_member != NULL && strcmp (of_member->heading, column->heading) == 0 ? of_member : NULL;
}

static void
add_words_of_shown (ZbTemplateNames *self, const ZbRowSource *source)
{
  for (guint i = 0; i < source->n_columns; i++)
    {
      const ZbField *field = field_shown (&source->columns[i]);

      if (field == NULL || (self->roster->is_public && !zb_row_column_is_public (&source->columns[i])))
        continue;
      add_column (self, field->heading, source->columns[i].name, FALSE);
      if (field->words != NULL)
        add_column (self, field->words, source->columns[i].name, FALSE);
    }
}

static gboolean
has_fields (const ZbTemplateNames *self, const ZbRowSource *source, const ZbField *field)
{
  return !source->is_made && !(field->flags & ZB_FIELD_HIDDEN) && !self->roster->is_public;
}

static void
add_facts (ZbTemplateNames *self)
{
  for (guint i = 0; i < ZB_N_FACTS; i++)
    {
      const char *words = zb_template_fact_words (self->roster, (ZbTemplateFact) i);
      const Entry entry = { .meaning = { ZB_MARK_OF_LIST, i, zb_template_fact_format ((ZbTemplateFact) i) } };

      if (words != NULL)
        add (self, words, &entry, TRUE);
    }
  for (guint i = 0; self->roster->subject == ZB_ROSTER_OF_MEETING && i < zb_kind_meeting.n_fields; i++)
    {
      const ZbField *field = &zb_kind_meeting.fields[i];
      const Entry entry = { .meaning = { ZB_MARK_OF_LIST, ZB_N_FACTS + i, ZB_MARK_PLAIN } };

      if (field->flags & ZB_FIELD_HIDDEN)
        continue;
      add (self, field->heading, &entry, TRUE);
      if (field->words != NULL)
        add (self, field->words, &entry, FALSE);
    }
}

static void
add_figures (ZbTemplateNames *self)
{
  g_autoptr(GPtrArray) figures = zb_template_figures_names (self->roster);

  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const ZbFigure *figure = g_ptr_array_index (figures, i);
      const Entry entry = { .meaning = { ZB_MARK_OF_LIST, ZB_TEMPLATE_FIGURES + i, ZB_MARK_PLAIN } };

      /* In a list of members there are none of those, whatever their organisation has. */
      if (figure->words != NULL && !(figure->before_joining && self->roster->party_only))
        add (self, figure->words, &entry, TRUE);
    }
}

ZbTemplateNames *
zb_template_names_new (const ZbRoster *roster, ZbTemplateLabel label)
{
  ZbTemplateNames *self = g_new0 (ZbTemplateNames, 1);
  const ZbRowSource *source = zb_row_source_for (roster);
  const ZbKind *kind = zb_kind_get (roster->kind);

  self->roster = roster;
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->keys = g_ptr_array_new ();
  self->shown = g_ptr_array_new_with_free_func (g_free);
  add_declared (self, source, kind);
  for (guint i = 0; i < kind->n_fields; i++)
    if (has_fields (self, source, &kind->fields[i]))
      add_column (self, kind->fields[i].heading, kind->fields[i].name, TRUE);
  add_facts (self);
  /* Names of the window, and all else that lists call a field, come last: 党组织 is that of the list. */
  for (guint i = 0; i < kind->n_fields; i++)
    if (has_fields (self, source, &kind->fields[i]) && label != NULL)
      add_column (self, label (&kind->fields[i]), kind->fields[i].name, FALSE);
  for (guint i = 0; i < kind->n_fields; i++)
    if (has_fields (self, source, &kind->fields[i]) && kind->fields[i].words != NULL)
      add_column (self, kind->fields[i].words, kind->fields[i].name, FALSE);
  add_words_of_shown (self, source);
  add_figures (self);
  return self;
}

void
zb_template_names_free (ZbTemplateNames *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->shown);
  g_free (self);
}

/* 出生年月 wants no day, whatever is known. */
static gboolean
is_to_month (const char *label)
{
  return g_str_has_suffix (label, "年月") || g_str_has_suffix (label, "年、月");
}

gboolean
zb_template_names_find (ZbTemplateNames *self, const char *label, ZbTemplateMark *mark)
{
  const Entry *entry = NULL;

  for (guint drops_hint = 0; drops_hint < 2 && entry == NULL; drops_hint++)
    {
      g_autofree char *key = fold (label, drops_hint);

      entry = g_hash_table_lookup (self->entries, key);
    }
  if (entry == NULL)
    return FALSE;
  if (mark == NULL)
    return TRUE;
  mark->meaning = entry->meaning;
  if (entry->meaning.role == ZB_MARK_OF_ROW && is_to_month (label))
    mark->meaning.format = ZB_MARK_MONTH;
  g_free (mark->column);
  mark->column = g_strdup (entry->column);
  g_free (mark->means);
  mark->means = g_strdup (entry->means);
  mark->is_private = entry->is_private;
  return TRUE;
}

char **
zb_template_names_suggest (ZbTemplateNames *self, const char *label)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  g_autoptr(GPtrArray) means = g_ptr_array_new ();
  g_autofree char *folded = fold (label, TRUE);

  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = g_ptr_array_index (self->keys, i);

      g_ptr_array_add (keys, (gpointer) key);
      g_ptr_array_add (means, ((const Entry *) g_hash_table_lookup (self->entries, key))->means);
    }
  g_ptr_array_add (keys, NULL);
  return zb_template_suggest (folded, (const char *const *) keys->pdata, (const char *const *) means->pdata);
}

static ZbTemplateLabelGroup
group_of (const ZbMarkMeaning *meaning)
{
  if (meaning->role == ZB_MARK_OF_ROW)
    return ZB_TEMPLATE_OF_PERSON;
  return meaning->index >= ZB_TEMPLATE_FIGURES ? ZB_TEMPLATE_COUNTED : ZB_TEMPLATE_OF_LIST;
}

/* @group: −1: all of them */
static char **
labels_of (const ZbRoster *roster, int group)
{
  g_autoptr(ZbTemplateNames) names = zb_template_names_new (roster, NULL);
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; i < names->shown->len; i++)
    {
      const char *label = g_ptr_array_index (names->shown, i);
      g_autofree char *key = fold (label, FALSE);
      const Entry *entry = g_hash_table_lookup (names->entries, key);

      if (group < 0 || (int) group_of (&entry->meaning) == group)
        g_ptr_array_add (out, g_strdup (label));
    }
  g_ptr_array_add (out, NULL);
  return (char **) g_ptr_array_free (out, FALSE);
}

char **
zb_template_labels (const ZbRoster *roster)
{
  return labels_of (roster, -1);
}

char **
zb_template_labels_of (const ZbRoster *roster, ZbTemplateLabelGroup group)
{
  return labels_of (roster, (int) group);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-date.h"
#include "core/zb-error.h"
#include "exchange/template/zb-template-error.h"
#include "exchange/zb-picture.h"
#include "exchange/zb-sheet-error.h"
#include "service/zb-words-template.h"

void
zb_words_clear (ZbWords *words)
{
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->advice, g_free);
}

char *
zb_words_value (const char *value)
{
  ZbDate date;

  return zb_date_parse (value, &date, NULL) ? zb_date_to_print (date) : g_strdup (value);
}

static void
set (ZbWords *out, const char *title, const char *advice, gboolean can_retry)
{
  out->title = g_strdup (title);
  out->advice = g_strdup (advice);
  out->can_retry = can_retry;
}

/* The part of a log message that is a name, a value or a term and may be shown: what stands in “ ”. */
static char *
quoted (const char *message)
{
  const char *begin = strstr (message, "“");
  const char *end = begin != NULL ? strstr (begin, "”") : NULL;
  g_autofree char *text = NULL;

  if (end == NULL)
    return NULL;
  begin += strlen ("“");
  text = g_strndup (begin, (gsize) (end - begin));
  /* A value of ten thousand characters is not repeated. */
  if (g_utf8_strlen (text, -1) > 40)
    {
      g_autofree char *head = g_utf8_substring (text, 0, 40);

      return g_strconcat (head, "…", NULL);
    }
  return g_steal_pointer (&text);
}

/* The file that a message of the store begins with; its own words behind the name, and messages that
 * are SQLite's (a number in brackets at the end), are for logs. Returns: (transfer full) (nullable) */
static char *
file_of (const char *message)
{
  static const char *const ends[] = { " is damaged", " is not a registry", " is of version ", " is of an older version" };
  const char *reason = g_strrstr (message, ": ");

  if (g_regex_match_simple ("\\([0-9]+\\)$", message, 0, 0))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_strrstr (message, ends[i]) != NULL)
      return g_strndup (message, (gsize) (g_strrstr (message, ends[i]) - message));
  return reason != NULL ? g_strndup (message, (gsize) (reason - message)) : g_strdup (message);
}

static void
about (ZbWords *out, const char *format, const char *what, const char *advice, gboolean can_retry)
{
  g_autoptr(GString) title = g_string_new (format);

  if (what != NULL)
    g_string_replace (title, "%s", what, 1);
  out->title = g_string_free (g_steal_pointer (&title), FALSE);
  out->advice = g_strdup (advice);
  out->can_retry = can_retry;
}

/* What can be wrong with a file, by code; without its name where the message does not tell it. */
static const struct {
  ZbStoreError code;
  const char *title;
  const char *nameless;
  const char *advice;
  gboolean can_retry;
} file_words[] = {
  { ZB_STORE_ERROR_CORRUPT, N_("“%s” is not a registry, or it is damaged."), N_("The registry is damaged."),
    N_("Choose another file, or restore a backup."), FALSE },
  { ZB_STORE_ERROR_TOO_NEW, N_("“%s” was written by a newer Zhibu; nothing was touched."),
    N_("The registry was written by a newer Zhibu; nothing was touched."), N_("Install the newer version, then open it again."), FALSE },
  { ZB_STORE_ERROR_EXISTS, N_("“%s” is there already."), N_("A file of that name is there already."),
    N_("Choose another name; on the command line --force replaces it where that is allowed."), FALSE },
  { ZB_STORE_ERROR_OPEN, N_("“%s” is open in another program; it stays as it was."), N_("The file is open in another program; it stays as it was."),
    N_("Close it there, or choose another name."), TRUE },
  { ZB_STORE_ERROR_READ_ONLY, N_("“%s” may only be read, not written."), N_("The registry may only be read, not written."),
    N_("Choose another folder, or ask for the right to write."), TRUE },
  { ZB_STORE_ERROR_NOT_FOUND, N_("“%s” was not found."), N_("That was not found."), N_("Check how it is written."), FALSE },
};

static void
store_file_words (const GError *error, ZbWords *out)
{
  g_autofree char *file = file_of (error->message);

  /* A record's handle says nothing to people. */
  if (error->code == ZB_STORE_ERROR_NOT_FOUND && g_regex_match_simple ("^no [a-z_]+ #?[0-9]+$", error->message, 0, 0))
    set (out, _("That record is not in the registry."), _("Somebody may have taken it back; look at the list again."), FALSE);
  else
    for (guint i = 0; i < G_N_ELEMENTS (file_words); i++)
      if ((int) file_words[i].code == error->code)
        about (out, file != NULL ? _(file_words[i].title) : _(file_words[i].nameless), file, _(file_words[i].advice),
               file_words[i].can_retry);
}

/* “张三 was changed meanwhile”: the name; nothing for a handle, which says nothing to people. */
static void
conflict_words (const GError *error, ZbWords *out)
{
  const char *end = g_strrstr (error->message, " was changed");
  g_autofree char *name = end != NULL ? g_strndup (error->message, (gsize) (end - error->message)) : NULL;
  gboolean is_name = name != NULL && *name != '\0' && strchr (name, '#') == NULL;

  about (out, is_name ? _("“%s” was changed meanwhile.") : _("The record was changed meanwhile."), name,
         _("Look at it again, then repeat your change."), FALSE);
}

static void
store_words (const GError *error, ZbWords *out)
{
  const char *candidates = strstr (error->message, ": ");

  switch ((ZbStoreError) error->code)
    {
    case ZB_STORE_ERROR_CORRUPT:
    case ZB_STORE_ERROR_TOO_NEW:
    case ZB_STORE_ERROR_EXISTS:
    case ZB_STORE_ERROR_OPEN:
    case ZB_STORE_ERROR_READ_ONLY:
    case ZB_STORE_ERROR_NOT_FOUND:
      store_file_words (error, out);
      break;
    case ZB_STORE_ERROR_BUSY:
      set (out, _("Another program is writing into the registry right now."), _("Wait a moment and try again."), TRUE);
      break;
    case ZB_STORE_ERROR_NO_SPACE:
      set (out, _("The disk is full; nothing of this was kept."), _("Make room on the disk and try again."), TRUE);
      break;
    case ZB_STORE_ERROR_DUPLICATE:
      set (out, _("That is there already."), _("Look at the record that is there."), FALSE);
      break;
    case ZB_STORE_ERROR_IN_USE:
      set (out, _("Other records still refer to this."), _("Change those first."), FALSE);
      break;
    case ZB_STORE_ERROR_INVALID:
      set (out, _("The registry does not take this value."), _("Correct the value."), FALSE);
      break;
    case ZB_STORE_ERROR_CONFLICT:
      conflict_words (error, out);
      break;
    case ZB_STORE_ERROR_AMBIGUOUS:
      about (out, _("Several are meant: %s."), candidates != NULL ? candidates + 2 : error->message,
             _("Name one by its uid, or with @ and where it belongs: name@branch."), FALSE);
      break;
    case ZB_STORE_ERROR_NOTHING:
      set (out, _("There is nothing to take back."), NULL, FALSE);
      break;
    case ZB_STORE_ERROR_FAILED:
      set (out, _("The registry could not do this."), _("Try again; if it happens again, check the registry."), TRUE);
      break;
    }
}

/* Values of no type of their own, by what the message says is wrong with them. */
static const struct {
  const char *sign;
  const char *title;
  const char *advice;
} value_words[] = {
  { "is not a telephone number", N_("“%s” is not a telephone number."), N_("Write digits; put / between several numbers.") },
  { "is neither yes nor no", N_("“%s” is neither yes nor no."), N_("Write 是 or 否.") },
  { "is not an order of the roll", N_("“%s” was not understood."), N_("Write for example: 缺 3 7 12") },
  { "is not a number of the sheet", N_("“%s” is not a number of the sheet."), N_("Look at the numbers of the roll.") },
  { "is not a time of day", N_("“%s” is not a time of day."), N_("Write it like 14:30.") },
  { "is longer than", N_("This text is too long."), N_("Shorten it; the note takes longer texts.") },
};

static void
bad_value_words (const GError *error, const char *what, ZbWords *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (value_words); i++)
    if (strstr (error->message, value_words[i].sign) != NULL)
      {
        about (out, _(value_words[i].title), what, _(value_words[i].advice), FALSE);
        return;
      }
  set (out, _("This value cannot be kept: it is too long, or holds characters that cannot be printed."), _("Correct it."), FALSE);
}

static void
bad_code_words (const GError *error, const char *what, ZbWords *out)
{
  const char *some = g_strrstr (error->message, ": ");
  g_autoptr(GString) advice = g_string_new (_("Known are: %s"));

  g_string_replace (advice, "%s", some != NULL ? some + 2 : "…", 1);
  about (out, _("“%s” is not one of the words for this field."), what, advice->str, FALSE);
}

static void
data_words (const GError *error, ZbWords *out)
{
  g_autofree char *value = quoted (error->message);
  const char *what = value != NULL ? value : "";

  switch ((ZbDataError) error->code)
    {
    case ZB_DATA_ERROR_BAD_DATE:
      about (out, _("“%s” is not a date."), what, _("Write it like 1985.07 or 1985.07.01."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_AMOUNT:
      about (out, _("“%s” is not a number."), what, _("Write digits only."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_NAME:
      set (out, _("This is not a name: it is empty, too long, or holds characters that cannot be printed."), _("Write the name as on the ID card."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_ID_NUMBER:
      about (out, _("“%s” is not an ID number."), what, _("It has 18 digits, the last of which may be X (or 15 in the old form)."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_CODE:
      bad_code_words (error, what, out);
      break;
    case ZB_DATA_ERROR_BAD_FIELD:
      about (out, _("“%s” is not a field that can be set like this."), what, NULL, FALSE);
      break;
    case ZB_DATA_ERROR_BAD_CSV:
      set (out, _("This file cannot be read as a table."), _("Save it from the spreadsheet program as .xlsx or .csv and try again."), FALSE);
      break;
    case ZB_DATA_ERROR_BAD_FILTER:
      about (out, _("“%s” was not understood as a condition."), what, _("Write for example: 女 且 45岁以下 且 本科以上"), FALSE);
      break;
    case ZB_DATA_ERROR_MISSING:
      about (out, _("“%s” is missing."), what, _("Fill it in."), FALSE);
      break;
    case ZB_DATA_ERROR_REFUSED:
      zb_words_refused (error->message, out);
      break;
    case ZB_DATA_ERROR_BAD_VALUE:
      bad_value_words (error, what, out);
      break;
    }
}

static void
io_words (const GError *error, ZbWords *out)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set (out, _("Cancelled; nothing was changed."), NULL, FALSE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    set (out, _("The disk is full; nothing of this was kept."), _("Make room on the disk and try again."), TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    set (out, _("The file was not found."), _("Check how it is written."), FALSE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_EXIST))
    set (out, _("A file of that name is there already."), _("Choose another name."), FALSE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    set (out, _("The file or folder may not be written or read."), _("Choose another folder, or ask for the right to it."), TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    set (out, _("This is a folder, not a file."), _("Choose another file."), FALSE);
  else
    set (out, _("The file could not be read or written."), _("Try again, or choose another place."), TRUE);
}

void
zb_words_error (const GError *error, ZbWords *out_words)
{
  *out_words = (ZbWords) { 0 };
  if (error == NULL)
    set (out_words, _("Something went wrong."), NULL, TRUE);
  else if (error->domain == ZB_STORE_ERROR)
    store_words (error, out_words);
  else if (error->domain == ZB_DATA_ERROR)
    data_words (error, out_words);
  else if (error->domain == ZB_TEMPLATE_ERROR)
    zb_words_template (error, out_words);
  else if (error->domain == ZB_SHEET_ERROR)
    zb_words_sheet (error->code, out_words);
  else if (error->domain == ZB_PICTURE_ERROR)
    zb_words_picture (error, out_words);
  else
    io_words (error, out_words);
}

char *
zb_words_sentence (const GError *error)
{
  ZbWords words;
  g_autofree char *sentence = NULL;

  zb_words_error (error, &words);
  /* Translators: %1$s is what is wrong, %2$s what to do; both are whole sentences */
  sentence = words.advice != NULL ? g_strdup_printf (_("%1$s %2$s"), words.title, words.advice) : g_strdup (words.title);
  zb_words_clear (&words);
  return zb_words_line (sentence);
}

char *
zb_words_not_restored (const GError *error, const char *from)
{
  g_autofree char *name = g_path_get_basename (from);

  if (g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CORRUPT))
    /* Translators: %s is a file's name */
    return g_strdup_printf (_("“%s” is not a backup of a registry, or it is damaged. Nothing was changed."), name);
  return zb_words_sentence (error);
}

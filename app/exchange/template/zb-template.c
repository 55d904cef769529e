/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form looked into: which marks it has, and what they mean for a list. */
#include "config.h"

#include "exchange/zb-template.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/template/zb-template-private.h"

/* Larger than this is no form; the child process says the same. */
#define MAX_FILE (32 * 1024 * 1024)

G_DEFINE_BOXED_TYPE (ZbTemplateCheck, zb_template_check, zb_template_check_copy, zb_template_check_free)

static void
mark_free (gpointer data)
{
  ZbTemplateMark *mark = data;

  g_free (mark->text);
  g_free (mark->label);
  g_free ((char *) mark->place.sheet);
  g_free ((char *) mark->place.ref);
  g_free (mark->column);
  g_free (mark->means);
  g_strfreev (mark->suggestions);
  g_free (mark);
}

static gpointer
mark_copy (gconstpointer data, gpointer unused)
{
  const ZbTemplateMark *mark = data;
  ZbTemplateMark *copy = g_memdup2 (mark, sizeof *mark);

  copy->text = g_strdup (mark->text);
  copy->label = g_strdup (mark->label);
  copy->place.sheet = g_strdup (mark->place.sheet);
  copy->place.ref = g_strdup (mark->place.ref);
  copy->column = g_strdup (mark->column);
  copy->means = g_strdup (mark->means);
  copy->suggestions = g_strdupv (mark->suggestions);
  return copy;
}

ZbTemplateCheck *
zb_template_check_copy (const ZbTemplateCheck *check)
{
  ZbTemplateCheck *copy = g_memdup2 (check, sizeof *check);

  copy->marks = g_ptr_array_copy (check->marks, mark_copy, NULL);
  g_ptr_array_set_free_func (copy->marks, mark_free);
  return copy;
}

void
zb_template_check_free (ZbTemplateCheck *check)
{
  if (check == NULL)
    return;
  g_clear_pointer (&check->marks, g_ptr_array_unref);
  g_free (check);
}

static int
open_file (const char *path, GError **error)
{
  /* Not waiting: a named pipe would wait for ever. */
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat status;
  ZbTemplateError code = ZB_TEMPLATE_ERROR_NOT_A_FILE;

  if (fd >= 0 && fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    return fd;
  if (fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG || errno == ELOOP))
    code = ZB_TEMPLATE_ERROR_NOT_FOUND;
  else if (fd < 0 && (errno == EACCES || errno == EPERM))
    code = ZB_TEMPLATE_ERROR_NO_PERMISSION;
  g_set_error_literal (error, ZB_TEMPLATE_ERROR, (int) code, path);
  if (fd >= 0)
    close (fd);
  return -1;
}

GBytes *
zb_template_read_file (const char *path, GError **error)
{
  int fd = open_file (path, error);
  g_autoptr(GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (256 * 1024);
  gssize n;

  if (fd < 0)
    return NULL;
  do
    {
      n = read (fd, buffer, 256 * 1024);
      if (n > 0)
        g_byte_array_append (out, buffer, (guint) n);
    }
  while ((n > 0 && out->len <= MAX_FILE) || (n < 0 && errno == EINTR));
  close (fd);
  if (n < 0)
    g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_DAMAGED, "cannot be read");
  else if (out->len > MAX_FILE)
    g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_TOO_BIG, "larger than any form");
  else if (out->len == 0)
    g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_EMPTY, "no bytes");
  else
    return g_bytes_new (out->data, out->len);
  return NULL;
}

/* What the child tells of one mark. */
static gboolean
take_mark (ZbTemplateFrame kind, const guint8 *payload, gsize length, gpointer user_data, GError **error)
{
  GPtrArray *marks = user_data;
  ZbTemplatePlace place;
  ZbTemplateMark *mark;
  const char *text;
  ZbMark found;

  if (!zb_template_mark_decode (payload, length, &text, &found, &place))
    {
      g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_FAILED, "a mark that is none");
      return FALSE;
    }
  mark = g_new0 (ZbTemplateMark, 1);
  mark->text = g_strdup (text);
  mark->label = g_strdup (found.label);
  mark->place = place;
  mark->place.sheet = g_strdup (place.sheet);
  mark->place.ref = g_strdup (place.ref);
  mark->is_joined = found.format == ZB_MARK_JOINED;
  mark->trouble = !found.is_closed ? ZB_TEMPLATE_NOT_CLOSED : found.format == ZB_MARK_NO_FORMAT ? ZB_TEMPLATE_NO_FORMAT : ZB_TEMPLATE_GOOD;
  if (place.kind == ZB_PLACE_FORMULA || place.kind == ZB_PLACE_SHEET_NAME)
    mark->trouble = ZB_TEMPLATE_NOT_HERE;
  g_ptr_array_add (marks, mark);
  return TRUE;
}

/* How many marks have a meaning in a list. */
static guint
count_known (GPtrArray *marks, const ZbRoster *roster, ZbTemplateLabel label)
{
  g_autoptr(ZbTemplateNames) names = zb_template_names_new (roster, label);
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    n += zb_template_names_find (names, ((ZbTemplateMark *) g_ptr_array_index (marks, i))->label, NULL);
  return n;
}

static const ZbRoster *
likeliest (GPtrArray *marks, ZbTemplateLabel label)
{
  const ZbRoster *const *all = zb_rosters (), *best = zb_roster_get ("members");
  guint most = count_known (marks, best, label);

  for (guint i = 0; all[i] != NULL && most < marks->len; i++)
    {
      guint n = count_known (marks, all[i], label);

      if (n > most)
        {
          most = n;
          best = all[i];
        }
    }
  return best;
}

static void
give_meaning (ZbTemplateCheck *check, ZbTemplateNames *names)
{
  for (guint i = 0; i < check->marks->len; i++)
    {
      ZbTemplateMark *mark = g_ptr_array_index (check->marks, i);
      gboolean is_known = zb_template_names_find (names, mark->label, mark);

      if (mark->trouble == ZB_TEMPLATE_GOOD && !is_known)
        mark->trouble = ZB_TEMPLATE_UNKNOWN;
      if (mark->trouble == ZB_TEMPLATE_NO_FORMAT)
        mark->suggestions = g_strdupv ((char **) zb_mark_formats ());
      else if (mark->trouble == ZB_TEMPLATE_UNKNOWN)
        mark->suggestions = zb_template_names_suggest (names, mark->label);
      check->n_trouble += mark->trouble != ZB_TEMPLATE_GOOD;
      check->repeats = check->repeats || (mark->trouble == ZB_TEMPLATE_GOOD && mark->meaning.role == ZB_MARK_OF_ROW && !mark->is_joined);
    }
}

ZbTemplateCheck *
zb_template_check (GBytes *bytes, const ZbRoster *roster, ZbTemplateLabel label, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbTemplateCheck) check = g_new0 (ZbTemplateCheck, 1);
  g_autoptr(ZbTemplateNames) names = NULL;

  check->marks = g_ptr_array_new_with_free_func (mark_free);
  if (!zb_template_child_run (bytes, -1, take_mark, check->marks, &check->kind, cancellable, error))
    return NULL;
  if (check->marks->len == 0)
    {
      g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_NO_MARKS, "no marks");
      return NULL;
    }
  check->roster = roster != NULL ? roster : likeliest (check->marks, label);
  names = zb_template_names_new (check->roster, label);
  give_meaning (check, names);
  return g_steal_pointer (&check);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-roll-call.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "widgets/zb-big-screen.h"
#include "widgets/zb-big-text.h"

struct _ZbRollCall
{
  GtkWindow parent_instance;

  ZbRollModel *model; /* (owned) */
  guint position;     /* one behind the last: everybody was called */
  guint last;         /* whom the last mark was for */
  gboolean has_last;

  ZbBigText *title;
  ZbBigText *number;
  ZbBigText *name;
  ZbBigText *place;
  ZbBigText *figures;
  ZbBigText *before;
};

G_DEFINE_FINAL_TYPE (ZbRollCall, zb_roll_call, GTK_TYPE_WINDOW)

static void
show_figures (ZbRollCall *self)
{
  ZbMeetingCount count;
  g_autofree char *text = NULL;

  zb_roll_model_get_count (self->model, &count);
  /* Translators: on the big screen: %1$u expected, %2$u present, %3$u excused, %4$u absent, %5$u not called yet */
  text = g_strdup_printf (_("Expected %1$u   Present %2$u   Excused %3$u   Absent %4$u   Not called %5$u"), count.expected, count.present, count.excused,
                          count.absent - count.unmarked, count.unmarked);
  zb_big_text_set_text (self->figures, text);
}

/* The one before, with the mark: what was pressed is seen. */
static void
show_before (ZbRollCall *self)
{
  ZbRollRow *row = self->has_last ? zb_roll_model_get_row (self->model, self->last) : NULL;
  const char *state = row != NULL ? zb_roll_row_get_state (row) : NULL;
  g_autofree char *text = NULL;

  if (row == NULL)
    text = g_strdup (_("Space present · C late · J excused · Q absent · arrows go on · Backspace takes back · Escape leaves"));
  else
    text = g_strdup_printf ("%u　%s　%s", zb_roll_row_get_seat (row), zb_roll_row_get_name (row),
                            state != NULL ? zb_code_label (zb_code_table_get ("attendance_state"), state) : "—");
  zb_big_text_set_text (self->before, text);
}

/* What is known of somebody, in one line in the middle: nothing stands for what is not. */
static char *
place_words (ZbRollRow *row)
{
  const ZbRecord *record = zb_roll_row_get_record (row);
  const char *state = zb_roll_row_get_state (row);
  const char *const parts[] = {
    zb_record_get (record, "place_of"), zb_record_get (record, "post"),
    state != NULL ? zb_code_label (zb_code_table_get ("attendance_state"), state)
                  : zb_roll_row_is_called (row) ? NULL : zb_code_label (zb_code_table_get ("roll_reason"), zb_record_get (record, "why"))
  };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? "　" : "", parts[i]);
  return g_string_free (out, FALSE);
}

static void
show (ZbRollCall *self)
{
  ZbRollRow *row = zb_roll_model_get_row (self->model, self->position);
  g_autofree char *number = row != NULL ? g_strdup_printf ("%u / %u", zb_roll_row_get_seat (row), zb_roll_model_get_size (self->model)) : NULL;
  g_autofree char *place = row != NULL ? place_words (row) : NULL;

  zb_big_text_set_text (self->number, number);
  zb_big_text_set_text (self->name, row != NULL ? zb_roll_row_get_name (row) : _("The roll is called"));
  zb_big_text_set_text (self->place, place != NULL ? place : "");
  show_before (self);
  show_figures (self);
}

static void
go (ZbRollCall *self, int by)
{
  gint64 to = (gint64) self->position + by;

  self->position = (guint) CLAMP (to, 0, (gint64) zb_roll_model_get_size (self->model));
  show (self);
}

static void
mark (ZbRollCall *self, const char *state)
{
  if (self->position >= zb_roll_model_get_size (self->model))
    return;
  self->last = self->position;
  self->has_last = TRUE;
  zb_roll_model_mark (self->model, self->position, state, NULL);
  self->position = zb_roll_model_next (self->model, self->position);
  show (self);
}

static void
take_back (ZbRollCall *self)
{
  if (self->has_last)
    self->position = self->last;
  else
    go (self, -1);
  self->has_last = FALSE;
  zb_roll_model_mark (self->model, self->position, NULL, NULL);
  show (self);
}

gboolean
zb_roll_call_key (ZbRollCall *self, guint key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_space: case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_KP_Space:
    case GDK_KEY_d: case GDK_KEY_f: case GDK_KEY_a: mark (self, "present"); return TRUE;
    case GDK_KEY_c: case GDK_KEY_l: mark (self, "late"); return TRUE;
    case GDK_KEY_j: mark (self, "excused"); return TRUE;
    case GDK_KEY_q: case GDK_KEY_x: mark (self, "absent"); return TRUE;
    case GDK_KEY_Up: case GDK_KEY_Left: case GDK_KEY_Page_Up: go (self, -1); return TRUE;
    case GDK_KEY_Down: case GDK_KEY_Right: case GDK_KEY_Page_Down: go (self, 1); return TRUE;
    case GDK_KEY_Home: go (self, -G_MAXINT); return TRUE;
    case GDK_KEY_BackSpace: case GDK_KEY_Delete: take_back (self); return TRUE;
    case GDK_KEY_Escape: case GDK_KEY_F11: gtk_window_close (GTK_WINDOW (self)); return TRUE;
    default: return FALSE;
    }
}

static gboolean
on_key_pressed (ZbRollCall *self, guint key, guint code, GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && zb_roll_call_key (self, key);
}

static void
zb_roll_call_dispose (GObject *object)
{
  ZbRollCall *self = ZB_ROLL_CALL (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (zb_roll_call_parent_class)->dispose (object);
}

static void
zb_roll_call_class_init (ZbRollCallClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_roll_call_dispose;
}

/* A line of the screen, so many parts of its height. */
static ZbBigText *
line_new (GtkWidget *grid, int *row, int parts, double share, const char *style)
{
  GtkWidget *text = zb_big_text_new (share);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_vexpand (text, TRUE);
  gtk_widget_add_css_class (text, style);
  gtk_grid_attach (GTK_GRID (grid), text, 0, *row, 1, parts);
  *row += parts;
  return ZB_BIG_TEXT (text);
}

static void
zb_roll_call_init (ZbRollCall *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  int row = 0;

  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  self->title = line_new (grid, &row, 2, 0.6, "quiet");
  self->number = line_new (grid, &row, 3, 0.8, "number");
  self->name = line_new (grid, &row, 9, 0.8, "name");
  self->place = line_new (grid, &row, 2, 0.7, "quiet");
  self->figures = line_new (grid, &row, 2, 0.7, "figures");
  self->before = line_new (grid, &row, 2, 0.5, "quiet");
  gtk_widget_add_css_class (grid, "roll-call");
  gtk_window_set_child (GTK_WINDOW (self), grid);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWindow *
zb_roll_call_present (GtkWidget *from, ZbRollModel *model, guint position, const char *title)
{
  ZbRollCall *self = g_object_new (ZB_TYPE_ROLL_CALL, "title", _("Roll Call"), NULL);

  self->model = g_object_ref (model);
  self->position = position;
  zb_big_text_set_text (self->title, title);
  g_signal_connect_swapped (model, "changed", G_CALLBACK (show_figures), self);
  show (self);
  zb_big_screen_present (GTK_WINDOW (self), from);
  return GTK_WINDOW (self);
}

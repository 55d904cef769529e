/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ceremonies/zb-ceremony-screen.h"

#include <glib/gi18n.h>

#include "service/zb-ceremony-slides.h"
#include "service/zb-registry-life.h"
#include "widgets/zb-big-screen.h"
#include "widgets/zb-big-text.h"
#include "widgets/zb-party-flag.h"

struct _ZbCeremonyScreen
{
  GtkWindow parent_instance;

  GPtrArray *slides; /* (owned) (element-type ZbSlide) */
  guint position;

  GtkWidget *stack;  /* the picture, or the dark */
  GtkWidget *flag;
  ZbBigText *above;
  ZbBigText *text;
  ZbBigText *below;
  ZbBigText *keys;
};

G_DEFINE_FINAL_TYPE (ZbCeremonyScreen, zb_ceremony_screen, GTK_TYPE_WINDOW)

static void
show (ZbCeremonyScreen *self)
{
  const ZbSlide *slide = g_ptr_array_index (self->slides, self->position);
  g_autofree char *place = g_strdup_printf ("%u / %u", self->position + 1, self->slides->len);

  zb_big_text_set_text (self->above, slide->above);
  zb_big_text_set_text (self->text, slide->text);
  zb_big_text_set_text (self->below, slide->below);
  /* The hall needs no help; who presses the keys sees it before the ceremony begins. */
  zb_big_text_set_text (self->keys, self->position == 0 ? _("Space goes on · Backspace goes back · O the oath · B dark · Escape leaves") : place);
}

static void
go_to (ZbCeremonyScreen *self, gint64 to)
{
  self->position = (guint) CLAMP (to, 0, (gint64) self->slides->len - 1);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "picture");
  show (self);
}

static void
go_to_oath (ZbCeremonyScreen *self)
{
  for (guint i = 0; i < self->slides->len; i++)
    if (((ZbSlide *) g_ptr_array_index (self->slides, i))->kind == ZB_SLIDE_CLAUSE)
      {
        go_to (self, i);
        return;
      }
}

static gboolean
is_dark (ZbCeremonyScreen *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "dark") == 0;
}

static void
step (ZbCeremonyScreen *self, int by)
{
  /* Out of the dark comes what was there before. */
  go_to (self, (gint64) self->position + (is_dark (self) ? 0 : by));
}

gboolean
zb_ceremony_screen_key (ZbCeremonyScreen *self, guint key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_space: case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_KP_Space: case GDK_KEY_Right: case GDK_KEY_Down:
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Right: case GDK_KEY_KP_Down: case GDK_KEY_n:
      step (self, 1);
      return TRUE;
    case GDK_KEY_BackSpace: case GDK_KEY_Left: case GDK_KEY_Up: case GDK_KEY_Page_Up: case GDK_KEY_KP_Left: case GDK_KEY_KP_Up: case GDK_KEY_p:
      step (self, -1);
      return TRUE;
    case GDK_KEY_Home: go_to (self, 0); return TRUE;
    case GDK_KEY_End: go_to (self, G_MAXINT); return TRUE;
    case GDK_KEY_o: go_to_oath (self); return TRUE;
    case GDK_KEY_b: case GDK_KEY_period:
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_dark (self) ? "picture" : "dark");
      return TRUE;
    case GDK_KEY_Escape: case GDK_KEY_F11: gtk_window_close (GTK_WINDOW (self)); return TRUE;
    default: return FALSE;
    }
}

static gboolean
on_key_pressed (ZbCeremonyScreen *self, guint key, guint code, GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && zb_ceremony_screen_key (self, key);
}

static void
on_clicked (GtkGestureClick *gesture, int n_press, double x, double y, ZbCeremonyScreen *self)
{
  step (self, gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY ? -1 : 1);
}

static void
zb_ceremony_screen_finalize (GObject *object)
{
  g_clear_pointer (&ZB_CEREMONY_SCREEN (object)->slides, g_ptr_array_unref);
  G_OBJECT_CLASS (zb_ceremony_screen_parent_class)->finalize (object);
}

static void
zb_ceremony_screen_class_init (ZbCeremonyScreenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_ceremony_screen_finalize;
}

/* A part of the screen, so many parts of its height. */
static void
attach (GtkWidget *grid, GtkWidget *child, int *row, int parts, const char *style)
{
  gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_vexpand (child, TRUE);
  gtk_widget_add_css_class (child, style);
  gtk_grid_attach (GTK_GRID (grid), child, 0, *row, 1, parts);
  *row += parts;
}

static ZbBigText *
line_new (GtkWidget *grid, int *row, int parts, double share, const char *style)
{
  GtkWidget *text = zb_big_text_new (share);

  attach (grid, text, row, parts, style);
  return ZB_BIG_TEXT (text);
}

static void
zb_ceremony_screen_init (ZbCeremonyScreen *self)
{
  GtkWidget *grid = gtk_grid_new (), *dark = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  int row = 0;

  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  self->flag = zb_party_flag_new ();
  attach (grid, self->flag, &row, 8, "flag");
  self->above = line_new (grid, &row, 2, 0.7, "above");
  self->text = line_new (grid, &row, 9, 0.6, "text");
  self->below = line_new (grid, &row, 3, 0.6, "below");
  self->keys = line_new (grid, &row, 1, 0.7, "quiet");
  gtk_widget_add_css_class (grid, "ceremony-screen");
  gtk_widget_add_css_class (dark, "ceremony-dark");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), grid, "picture");
  gtk_stack_add_named (GTK_STACK (self->stack), dark, "dark");
  gtk_window_set_child (GTK_WINDOW (self), self->stack);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GPtrArray *
slides_of (ZbRegistry *registry, gint64 id)
{
  g_autoptr(ZbRecord) meeting = zb_registry_get (registry, &zb_kind_meeting, id, FALSE, NULL);
  g_autoptr(ZbRecord) ceremony = meeting != NULL ? zb_registry_ceremony_of (registry, id) : NULL;
  g_autoptr(GPtrArray) agenda = ceremony != NULL ? zb_registry_meeting_parts (registry, &zb_kind_agenda_item, id, NULL) : NULL;
  g_autoptr(GPtrArray) people = agenda != NULL ? zb_registry_ceremony_people (registry, ceremony->id, NULL) : NULL;
  g_autoptr(ZbRecord) org = people != NULL ? zb_registry_get (registry, &zb_kind_organization, zb_record_get_int (meeting, "org"), FALSE, NULL) : NULL;

  return people != NULL ? zb_ceremony_slides (meeting, ceremony, org != NULL ? zb_record_title (org) : NULL, agenda, people) : NULL;
}

GtkWindow *
zb_ceremony_screen_present (GtkWidget *from, ZbRegistry *registry, gint64 meeting)
{
  GPtrArray *slides = slides_of (registry, meeting);
  ZbCeremonyScreen *self;

  if (slides == NULL)
    return NULL;
  self = g_object_new (ZB_TYPE_CEREMONY_SCREEN, "title", _("Ceremony"), NULL);
  self->slides = slides;
  show (self);
  zb_big_screen_present (GTK_WINDOW (self), from);
  return GTK_WINDOW (self);
}

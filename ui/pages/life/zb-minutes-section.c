/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-minutes-section.h"

#include <glib/gi18n.h>

#include "shell/zb-page.h"
#include "widgets/zb-section.h"

#define N_TEXTS 3
#define TEXT_HEIGHT 96

static const char *const fields[N_TEXTS] = { "contents", "views", "decisions" };

struct _ZbMinutesSection
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 meeting;
  gboolean is_filling;
  gboolean is_saving;
  gboolean is_dirty[N_TEXTS];

  GtkTextView *texts[N_TEXTS];
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (ZbMinutesSection, zb_minutes_section, ADW_TYPE_BIN)

static gboolean
is_any_dirty (ZbMinutesSection *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    if (self->is_dirty[i])
      return TRUE;
  return FALSE;
}

static char *
typed (ZbMinutesSection *self, guint i)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->texts[i]);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_state (ZbMinutesSection *self)
{
  gtk_label_set_label (self->state, is_any_dirty (self) || self->is_saving ? _("Saved when you go on") : _("Saved"));
}

/* Saving: one write at a time, each on the record as it then is. */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbMinutesSection) self = ZB_MINUTES_SECTION (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 id = zb_registry_save_finish (ZB_REGISTRY (source), result, &words, &error);

  self->is_saving = FALSE;
  if (id == 0)
    zb_page_say_error (GTK_WIDGET (self), error);
  else
    zb_page_say (GTK_WIDGET (self), words, TRUE);
  if (id != 0 && is_any_dirty (self) && self->registry != NULL)
    zb_minutes_section_save (self);
  show_state (self);
}

/* Puts what was typed into @record: all of it, or only what is not saved yet. */
static gboolean
take_texts (ZbMinutesSection *self, ZbRecord *record, gboolean all)
{
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = typed (self, i);
      g_autofree char *value = NULL;
      g_autoptr(GError) error = NULL;

      if (!all && !self->is_dirty[i])
        continue;
      if (!zb_field_read (zb_kind_field (&zb_kind_meeting, fields[i]), text, &value, &error))
        {
          zb_page_say_error (GTK_WIDGET (self), error);
          return FALSE;
        }
      zb_record_set (record, fields[i], value);
      self->is_dirty[i] = FALSE;
    }
  return TRUE;
}

void
zb_minutes_section_save (ZbMinutesSection *self)
{
  g_autoptr(ZbRecord) record = NULL;

  if (!is_any_dirty (self) || self->is_saving || zb_registry_is_read_only (self->registry))
    return;
  record = zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL);
  if (record == NULL || !take_texts (self, record, FALSE))
    return;
  self->is_saving = TRUE;
  zb_registry_save_async (self->registry, record, 0, -1, NULL, on_saved, g_object_ref (self));
}

static void
on_left_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbMinutesSection) self = ZB_MINUTES_SECTION (user_data);
  g_autoptr(GError) error = NULL;

  if (zb_registry_save_finish (ZB_REGISTRY (source), result, NULL, &error) == 0)
    zb_page_say_error (GTK_WIDGET (self), error);
}

/* Another meeting comes while the texts of this one are still being saved: they go behind that write, whatever it was. */
static void
save_before_leaving (ZbMinutesSection *self)
{
  g_autoptr(ZbRecord) record = NULL;

  if (!self->is_saving)
    {
      zb_minutes_section_save (self);
      return;
    }
  record = is_any_dirty (self) ? zb_registry_get (self->registry, &zb_kind_meeting, self->meeting, FALSE, NULL) : NULL;
  if (record == NULL || !take_texts (self, record, TRUE))
    return;
  record->version = 0;
  zb_registry_save_async (self->registry, record, 0, -1, NULL, on_left_saved, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_minutes_section_save (ZB_MINUTES_SECTION (widget));
}

static void
on_text_changed (GtkTextBuffer *buffer, ZbMinutesSection *self)
{
  if (self->is_filling)
    return;
  for (guint i = 0; i < N_TEXTS; i++)
    if (gtk_text_view_get_buffer (self->texts[i]) == buffer)
      self->is_dirty[i] = TRUE;
  show_state (self);
}

void
zb_minutes_section_show (ZbMinutesSection *self, const ZbRecord *meeting)
{
  gboolean is_other = meeting->id != self->meeting;

  if (is_other && self->meeting != 0)
    save_before_leaving (self);
  self->meeting = meeting->id;
  self->is_filling = TRUE;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *stored = zb_record_get (meeting, fields[i]);
      g_autofree char *shown = typed (self, i);

      if (is_other)
        self->is_dirty[i] = FALSE;
      if (!self->is_dirty[i] && g_strcmp0 (shown, stored != NULL ? stored : "") != 0)
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->texts[i]), stored != NULL ? stored : "", -1);
    }
  self->is_filling = FALSE;
  show_state (self);
}

static void
zb_minutes_section_unmap (GtkWidget *widget)
{
  zb_minutes_section_save (ZB_MINUTES_SECTION (widget));
  GTK_WIDGET_CLASS (zb_minutes_section_parent_class)->unmap (widget);
}

static void
zb_minutes_section_dispose (GObject *object)
{
  g_clear_object (&ZB_MINUTES_SECTION (object)->registry);
  G_OBJECT_CLASS (zb_minutes_section_parent_class)->dispose (object);
}

static void
zb_minutes_section_class_init (ZbMinutesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_minutes_section_dispose;
  widget_class->unmap = zb_minutes_section_unmap;
  gtk_widget_class_install_action (widget_class, "minutes.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "minutes.save", NULL);
}

static GtkWidget *
text_new (ZbMinutesSection *self, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_(zb_kind_field (&zb_kind_meeting, fields[i])->label));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->texts[i] = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->texts[i], GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->texts[i], FALSE);
  gtk_text_view_set_top_margin (self->texts[i], 8);
  gtk_text_view_set_bottom_margin (self->texts[i], 8);
  gtk_text_view_set_left_margin (self->texts[i], 10);
  gtk_text_view_set_right_margin (self->texts[i], 10);
  gtk_text_view_set_editable (self->texts[i], !zb_registry_is_read_only (self->registry));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->texts[i]), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->texts[i]), "changed", G_CALLBACK (on_text_changed), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (zb_minutes_section_save), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->texts[i]), focus);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), TEXT_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->texts[i]));
  gtk_widget_add_css_class (scrolled, "long-text");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

static void
zb_minutes_section_init (ZbMinutesSection *self)
{
}

GtkWidget *
zb_minutes_section_new (ZbRegistry *registry)
{
  ZbMinutesSection *self = g_object_new (ZB_TYPE_MINUTES_SECTION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *section;

  self->registry = g_object_ref (registry);
  self->state = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  section = zb_section_new (_("Minutes"), GTK_WIDGET (self->state));
  for (guint i = 0; i < N_TEXTS; i++)
    gtk_box_append (GTK_BOX (box), text_new (self, i));
  zb_section_set_content (section, box);
  adw_bin_set_child (ADW_BIN (self), section);
  return GTK_WIDGET (self);
}

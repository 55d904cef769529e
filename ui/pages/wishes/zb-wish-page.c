/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wish-page.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "pages/life/zb-attachments-section.h"
#include "pages/wishes/zb-wish-forms.h"
#include "pages/wishes/zb-wish-lists.h"
#include "pages/wishes/zb-wish-moves.h"
#include "shell/zb-area-page.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-record-history.h"
#include "widgets/zb-section.h"

struct _ZbWishPage
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 wish;
  guint refresh_id;

  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *line;
  GtkWidget *steps;
  GtkWidget *facts;
  GtkWidget *household;
  GtkWidget *claims;
  GtkWidget *deliveries;
  GtkWidget *papers;
  GtkWidget *log;
  GtkWidget *history;
};

static void zb_wish_page_iface_init (ZbDeskInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbWishPage, zb_wish_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (ZB_TYPE_DESK, zb_wish_page_iface_init))

/* Steps */

static void
on_step_clicked (GtkButton *button, ZbWishPage *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  zb_wish_step (GTK_WIDGET (self), self->registry, g_object_get_data (G_OBJECT (button), "kind"), *id, g_object_get_data (G_OBJECT (button), "step"));
}

static GtkWidget *
step_button_new (ZbWishPage *self, const ZbKind *kind, gint64 id, const ZbStep *step)
{
  g_autofree char *label = g_strdup_printf (_("%s…"), _(step->label));
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) kind);
  g_object_set_data (G_OBJECT (button), "step", (gpointer) step);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_step_clicked), self, 0);
  return button;
}

static void
add_step (ZbWishPage *self, const ZbStep *step, gboolean leads_on)
{
  GtkWidget *button = step_button_new (self, &zb_kind_wish, self->wish, step);

  if (leads_on)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_sensitive (button, !zb_registry_is_read_only (self->registry));
  zb_flow_append (ZB_FLOW (self->steps), button);
}

/* The step that leads on stands first; what leads away from the way stands behind. */
static void
fill_steps (ZbWishPage *self, const ZbRecord *wish)
{
  const ZbStep *onward = zb_wish_onward (wish);
  g_autoptr(GPtrArray) allowed = zb_registry_allowed_steps (self->registry, &zb_kind_wish, self->wish);
  GtkWidget *edit = gtk_button_new_with_label (_("Edit"));
  g_autoptr(GMenuModel) papers = zb_wish_lists_paper_menu ();

  zb_flow_clear (ZB_FLOW (self->steps));
  if (onward != NULL)
    add_step (self, onward, TRUE);
  for (guint i = 0; i < allowed->len; i++)
    if (g_ptr_array_index (allowed, i) != onward)
      add_step (self, g_ptr_array_index (allowed, i), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "wish.edit");
  zb_flow_append (ZB_FLOW (self->steps), edit);
  zb_flow_append (ZB_FLOW (self->steps), zb_area_page_more (papers, _("Papers of this wish")));
}

/* Facts */

static void
fill_head (ZbWishPage *self, const ZbRecord *wish, const ZbRecord *household)
{
  const char *state = zb_code_label (zb_code_table_get ("wish_state"), zb_record_get (wish, "state"));
  const char *community = household != NULL ? zb_record_get (household, "community") : NULL;
  g_autofree char *line = g_strdup_printf ("%s · %s · %s%s%s", zb_record_get (wish, "number"), state, household != NULL ? zb_record_title (household) : "",
                                           community != NULL ? " · " : "", community != NULL ? community : "");

  gtk_label_set_label (self->title, zb_record_title (wish));
  gtk_label_set_label (self->line, line);
}

static GtkWidget *
facts_of (ZbWishPage *self, const ZbRecord *record, const char *const *left_out)
{
  GtkWidget *facts = zb_facts_new ();

  for (guint i = 0; i < record->kind->n_fields; i++)
    if ((record->kind->fields[i].flags & ZB_FIELD_HIDDEN) == 0 && !g_strv_contains (left_out, record->kind->fields[i].name))
      zb_facts_add_field (facts, self->registry, record, &record->kind->fields[i], FALSE);
  return facts;
}

static void
fill_facts (ZbWishPage *self, const ZbRecord *wish, const ZbRecord *household)
{
  static const char *const in_head[] = { "number", "title", "state", "household", NULL };
  static const char *const nothing[] = { NULL };

  zb_section_set_content (self->facts, facts_of (self, wish, in_head));
  if (household != NULL)
    zb_section_set_content (self->household, facts_of (self, household, nothing));
}

/* Lists */

static GtkWidget *
list_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
add_part (GString *out, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? " · " : "", label, *label != '\0' ? " " : "", value);
}

/* Of a field as people read it, with its name before it where @named. */
static void
add_field (GString *out, ZbWishPage *self, const ZbRecord *record, const char *name, gboolean named)
{
  const ZbField *field = zb_kind_field (record->kind, name);
  g_autofree char *text = zb_record_get (record, name) != NULL ? zb_facts_text (self->registry, record, field) : NULL;

  add_part (out, named ? _(field->label) : "", text);
}

static char *
line_of (ZbWishPage *self, const ZbRecord *record, const char *const *fields, gboolean named)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    add_field (out, self, record, fields[i], named);
  return g_string_free (out, FALSE);
}

static void
fill_claims (ZbWishPage *self)
{
  static const char *const details[] = { "state", "branch_name", "pieces", "money", "task", "claimed_on", "promised_on", NULL };
  g_autoptr(GPtrArray) claims = zb_registry_wish_parts (self->registry, &zb_kind_claim, self->wish, NULL);
  GtkWidget *list = list_new ();

  if (claims == NULL || claims->len == 0)
    {
      g_object_ref_sink (list);
      g_object_unref (list);
      zb_section_set_content (self->claims, zb_section_line_new (_("Nobody has claimed it yet.")));
      return;
    }
  for (guint i = 0; i < claims->len; i++)
    {
      const ZbRecord *claim = g_ptr_array_index (claims, i);
      g_autofree char *detail = line_of (self, claim, details, TRUE);
      g_autoptr(GPtrArray) allowed = zb_registry_allowed_steps (self->registry, &zb_kind_claim, claim->id);
      GtkWidget *row = row_new (zb_record_title (claim), detail);
      GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      for (guint k = 0; k < allowed->len && !zb_registry_is_read_only (self->registry); k++)
        {
          GtkWidget *button = step_button_new (self, &zb_kind_claim, claim->id, g_ptr_array_index (allowed, k));

          gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
          if (k > 0)
            gtk_widget_add_css_class (button, "flat");
          gtk_box_append (GTK_BOX (buttons), button);
        }
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  zb_section_set_content (self->claims, list);
}

static void
fill_log (ZbWishPage *self)
{
  static const char *const titles[] = { "on", "step", "whom", NULL };
  static const char *const details[] = { "state", "by", NULL };
  g_autoptr(GPtrArray) records = zb_registry_wish_parts (self->registry, &zb_kind_wish_event, self->wish, NULL);
  GtkWidget *list = list_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autofree char *title = line_of (self, g_ptr_array_index (records, i), titles, FALSE);
      g_autofree char *detail = line_of (self, g_ptr_array_index (records, i), details, TRUE);

      gtk_list_box_append (GTK_LIST_BOX (list), row_new (title, detail));
    }
  zb_section_set_content (self->log, list);
}

static void
on_receipt_clicked (GtkButton *button, ZbWishPage *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  zb_attachments_section_choose_receipt (ZB_ATTACHMENTS_SECTION (self->papers), *id);
}

static GtkWidget *
receipt_button_new (ZbWishPage *self, gint64 delivery)
{
  GtkWidget *button = gtk_button_new_with_label (_("Add Signed Receipt…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&delivery, sizeof delivery), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_receipt_clicked), self, 0);
  return button;
}

/* What was brought, and the paper that was signed for it. */
static void
fill_deliveries (ZbWishPage *self)
{
  static const char *const titles[] = { "on", "what", NULL };
  static const char *const details[] = { "cost", "voucher", "witness1", "witness2", "receipt", "hours", NULL };
  g_autoptr(GPtrArray) records = zb_registry_wish_parts (self->registry, &zb_kind_delivery, self->wish, NULL);
  GtkWidget *list;

  if (records == NULL || records->len == 0)
    {
      zb_section_set_content (self->deliveries, zb_section_line_new (_("Nothing has been brought yet.")));
      return;
    }
  list = list_new ();
  for (guint i = 0; i < records->len; i++)
    {
      const ZbRecord *delivery = g_ptr_array_index (records, i);
      g_autofree char *title = line_of (self, delivery, titles, FALSE);
      g_autofree char *detail = line_of (self, delivery, details, TRUE);
      GtkWidget *row = row_new (title, detail);

      if (!zb_registry_is_read_only (self->registry))
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), receipt_button_new (self, delivery->id));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  zb_section_set_content (self->deliveries, list);
}

static void
refresh (ZbWishPage *self)
{
  g_autoptr(ZbRecord) wish = zb_registry_get (self->registry, &zb_kind_wish, self->wish, TRUE, NULL);
  g_autoptr(ZbRecord) household = NULL;

  if (wish == NULL || wish->withdrawn)
    {
      zb_desk_gone (ZB_DESK (self));
      return;
    }
  household = zb_registry_get (self->registry, &zb_kind_household, zb_record_get_int (wish, "household"), TRUE, NULL);
  fill_head (self, wish, household);
  fill_steps (self, wish);
  fill_facts (self, wish, household);
  fill_claims (self);
  fill_deliveries (self);
  zb_attachments_section_show (ZB_ATTACHMENTS_SECTION (self->papers), &zb_kind_wish, self->wish);
  fill_log (self);
  zb_section_set_content (self->history, zb_record_history_new (self->registry, &zb_kind_wish, self->wish));
}

static gboolean
refresh_later (gpointer user_data)
{
  ZbWishPage *self = ZB_WISH_PAGE (user_data);

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_registry_changed (ZbWishPage *self)
{
  if (self->wish != 0 && self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_later, self);
}

static gboolean
desk_open (ZbDesk *desk, gint64 id)
{
  ZbWishPage *self = ZB_WISH_PAGE (desk);
  g_autoptr(ZbRecord) wish = zb_registry_get (self->registry, &zb_kind_wish, id, FALSE, NULL);

  if (wish == NULL || wish->withdrawn)
    return FALSE;
  if (self->wish != id)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  self->wish = id;
  refresh (self);
  return TRUE;
}

static void
desk_edit (ZbDesk *desk)
{
  ZbWishPage *self = ZB_WISH_PAGE (desk);

  if (self->wish != 0)
    zb_wish_form_wish (GTK_WIDGET (self), self->registry, self->wish);
}

static void
zb_wish_page_iface_init (ZbDeskInterface *iface)
{
  iface->open = desk_open;
  iface->edit = desk_edit;
}

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) self = GTK_WIDGET (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say (self, words, TRUE);
  else
    zb_page_say_error (self, error);
}

static void
wish_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWishPage *self = ZB_WISH_PAGE (widget);
  g_autoptr(ZbRecord) wish = self->wish != 0 ? zb_registry_get (self->registry, &zb_kind_wish, self->wish, FALSE, NULL) : NULL;

  if (wish == NULL)
    return;
  if (g_str_equal (action, "wish.edit"))
    desk_edit (ZB_DESK (self));
  else if (g_str_equal (action, "wish.household"))
    zb_wish_form_household (widget, self->registry, zb_record_get_int (wish, "household"));
  else
    zb_registry_withdraw_async (self->registry, &zb_kind_wish, self->wish, NULL, on_withdrawn, g_object_ref (self));
}

static gboolean
zb_wish_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (ZB_WISH_PAGE (widget)->steps);

  return first != NULL && gtk_widget_grab_focus (first);
}

static void
zb_wish_page_dispose (GObject *object)
{
  ZbWishPage *self = ZB_WISH_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_wish_page_parent_class)->dispose (object);
}

static void
paper_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWishPage *self = ZB_WISH_PAGE (widget);
  g_autoptr(ZbDocumentRequest) request = zb_wish_lists_paper (self->registry, g_variant_get_string (parameter, NULL), 0, self->wish);

  zb_page_ask_for_document (widget, request);
}

static void
zb_wish_page_class_init (ZbWishPageClass *klass)
{
  static const char *const actions[] = { "wish.edit", "wish.household", "wish.withdraw" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_wish_page_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_wish_page_grab_focus);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, wish_action);
  gtk_widget_class_install_action (widget_class, "wish.paper", "s", paper_action);
}

static void
zb_wish_page_init (ZbWishPage *self)
{
}

static GtkWidget *
tool_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkLabel *
label_new (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

GtkWidget *
zb_wish_page_new (ZbRegistry *registry)
{
  ZbWishPage *self = g_object_new (ZB_TYPE_WISH_PAGE, NULL);
  GtkWidget *clamp = adw_clamp_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean can_write = !zb_registry_is_read_only (registry);

  self->registry = g_object_ref (registry);
  self->title = label_new (head, "title-2");
  self->line = label_new (head, "dim-label");
  self->steps = zb_flow_new (6);
  gtk_box_append (GTK_BOX (head), self->steps);
  self->facts = zb_section_new (_("The Wish"), NULL);
  self->household = zb_section_new (_("Household"), tool_new (_("Edit"), "wish.household"));
  self->claims = zb_section_new (_("Claims"), NULL);
  self->deliveries = zb_section_new (_("What Was Brought"), NULL);
  self->papers = zb_attachments_section_new (registry);
  self->log = zb_section_new (_("Every Step"), NULL);
  self->history = zb_section_new (_("Changes"), tool_new (_("Entered by Mistake"), "wish.withdraw"));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->claims);
  gtk_box_append (GTK_BOX (box), self->deliveries);
  gtk_box_append (GTK_BOX (box), self->papers);
  gtk_box_append (GTK_BOX (box), self->facts);
  gtk_box_append (GTK_BOX (box), self->household);
  gtk_box_append (GTK_BOX (box), self->log);
  gtk_box_append (GTK_BOX (box), self->history);
  gtk_widget_add_css_class (box, "life-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1040);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, clamp);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wish.edit", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wish.household", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wish.withdraw", can_write);
  g_signal_connect_object (registry, "changed", G_CALLBACK (on_registry_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

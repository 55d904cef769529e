/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-member-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "pages/members/zb-steps-menu.h"
#include "service/zb-words.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-flow.h"

struct _ZbMemberPane
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) (nullable) */
  gint64 person;

  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkLabel *name_label;
  GtkLabel *summary_label;
  GtkMenuButton *steps_button;
  GtkBox *facts_box;
  GtkBox *findings_box;
};

G_DEFINE_FINAL_TYPE (ZbMemberPane, zb_member_pane, GTK_TYPE_WIDGET)

/* What one asks for most. Those marked stand there even when nothing is known. */
static const struct {
  const char *field;
  gboolean keep_empty;
} shown_fields[] = {
  { "sex", TRUE }, { "ethnicity", TRUE }, { "birth_date", TRUE }, { "age", FALSE }, { "education", TRUE }, { "degree", FALSE },
  { "joined_on", TRUE }, { "confirmed_on", TRUE }, { "standing", FALSE }, { "group", FALSE }, { "work_unit", TRUE },
  { "id_number", TRUE }, { "phone", TRUE }, { "address", FALSE }, { "note", FALSE },
};

char *
zb_member_summary (ZbRegistry *registry, const ZbRecord *member)
{
  static const char *const parts[] = { "category", "branch", "post", "state" };
  g_autoptr(GString) summary = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = zb_facts_text (registry, member, zb_kind_field (&zb_kind_member, parts[i]));

      /* Who is here as one should be needs no word for it. */
      if (text != NULL && *text != '\0' && !g_str_equal (text, "在册"))
        g_string_append_printf (summary, "%s%s", summary->len > 0 ? " · " : "", text);
    }
  return g_string_free (g_steal_pointer (&summary), FALSE);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_findings (ZbMemberPane *self, const ZbRecord *member)
{
  g_autoptr(GPtrArray) findings = zb_registry_findings (self->registry, member);

  clear_box (self->findings_box);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      g_autofree char *words = zb_words_finding (g_ptr_array_index (findings, i));
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");
      GtkWidget *label = gtk_label_new (words);

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (line), icon);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (self->findings_box, line);
    }
}

static void
fill_facts (ZbMemberPane *self, const ZbRecord *member)
{
  GtkWidget *facts = zb_facts_new ();

  clear_box (self->facts_box);
  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    zb_facts_add_field (facts, self->registry, member, zb_kind_field (&zb_kind_member, shown_fields[i].field),
                        shown_fields[i].keep_empty);
  gtk_box_append (self->facts_box, facts);
}

void
zb_member_pane_show (ZbMemberPane *self, gint64 person, guint n_selected)
{
  g_autoptr(ZbRecord) member = NULL;
  g_autofree char *summary = NULL;

  if (n_selected == 1 && person != 0)
    member = zb_registry_get_derived (self->registry, person, TRUE, NULL);
  self->person = member != NULL ? person : 0;
  if (member == NULL)
    {
      g_autofree char *text = n_selected > 1 ? g_strdup_printf (ngettext ("%u member selected", "%u members selected", n_selected), n_selected)
                                             : g_strdup (_("Select a Member"));

      adw_status_page_set_title (self->none_page, text);
      adw_status_page_set_description (self->none_page, n_selected > 1 ? _("What can be done for all of them stands below the table.") : NULL);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  summary = zb_member_summary (self->registry, member);
  gtk_label_set_label (self->name_label, zb_record_title (member));
  gtk_label_set_label (self->summary_label, summary);
  fill_facts (self, member);
  fill_findings (self, member);
  gtk_stack_set_visible_child_name (self->stack, "person");
}

static void
make_steps (GtkMenuButton *button, gpointer user_data)
{
  ZbMemberPane *self = ZB_MEMBER_PANE (user_data);
  g_autoptr(GMenuModel) menu = zb_steps_menu_new (self->registry, &self->person, self->person != 0 ? 1 : 0);

  gtk_menu_button_set_menu_model (button, menu);
}

void
zb_member_pane_set_registry (ZbMemberPane *self, ZbRegistry *registry)
{
  g_set_object (&self->registry, registry);
}

static void
zb_member_pane_dispose (GObject *object)
{
  ZbMemberPane *self = ZB_MEMBER_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_MEMBER_PANE);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_member_pane_parent_class)->dispose (object);
}

static void
zb_member_pane_class_init (ZbMemberPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_member_pane_dispose;
  g_type_ensure (ZB_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/pages/members/zb-member-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbMemberPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbMemberPane, none_page);
  gtk_widget_class_bind_template_child (widget_class, ZbMemberPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, ZbMemberPane, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ZbMemberPane, steps_button);
  gtk_widget_class_bind_template_child (widget_class, ZbMemberPane, facts_box);
  gtk_widget_class_bind_template_child (widget_class, ZbMemberPane, findings_box);
}

static void
zb_member_pane_init (ZbMemberPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->steps_button, make_steps, self, NULL);
}

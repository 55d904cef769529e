/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-person-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "pages/members/zb-member-pane.h"
#include "pages/members/zb-person-traces.h"
#include "pages/members/zb-steps-menu.h"
#include "service/zb-words.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"

#define CARD_WIDTH 300
#define N_COLUMNS 3

struct _ZbPersonPage
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 person;
  GPtrArray *findings;  /* (owned): unowned rows */

  GtkScrolledWindow *scrolled;
  GtkLabel *name_label;
  GtkLabel *summary_label;
  GtkMenuButton *steps_button;
  GtkWidget *edit_button;
  AdwPreferencesGroup *findings_group;
  ZbFlow *cards;
  GtkBox *traces;
};

G_DEFINE_FINAL_TYPE (ZbPersonPage, zb_person_page, GTK_TYPE_WIDGET)

/* Fields of these groups stand there even when nothing is known: a card shows what is still missing. */
static gboolean
keeps_empty (const ZbField *field)
{
  static const char *const always[] = {
    "sex", "ethnicity", "birth_date", "id_number", "native_place", "phone", "address", "education", "work_unit", "category",
    "branch", "joined_on", "confirmed_on", NULL
  };

  return g_strv_contains (always, field->name);
}

static GtkWidget *
card_new (ZbPersonPage *self, const ZbRecord *member, const char *group, guint *out_n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_(group));
  GtkWidget *facts = zb_facts_new ();

  *out_n = 0;
  for (guint i = 0; i < zb_kind_member.n_fields; i++)
    {
      const ZbField *field = &zb_kind_member.fields[i];

      if (g_str_equal (field->group, group) && (field->flags & ZB_FIELD_HIDDEN) == 0)
        *out_n += zb_facts_add_field (facts, self->registry, member, field, keeps_empty (field)) ? 1 : 0;
    }
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "person-card");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), facts);
  return box;
}

/* The groups of the declaration, the way into the Party right after who it is. */
static GPtrArray *
groups_in_order (void)
{
  GPtrArray *groups = g_ptr_array_new ();

  g_ptr_array_add (groups, (gpointer) zb_kind_member.fields[0].group);
  g_ptr_array_add (groups, (gpointer) zb_kind_field (&zb_kind_member, "joined_on")->group);
  for (guint i = 0; i < zb_kind_member.n_fields; i++)
    if (!g_ptr_array_find_with_equal_func (groups, zb_kind_member.fields[i].group, g_str_equal, NULL))
      g_ptr_array_add (groups, (gpointer) zb_kind_member.fields[i].group);
  return groups;
}

/* Cards in columns of about the same height; in a narrow window the columns stand below each other. */
static void
fill_cards (ZbPersonPage *self, const ZbRecord *member)
{
  GtkWidget *columns[N_COLUMNS];
  guint heights[N_COLUMNS] = { 0 };
  g_autoptr(GPtrArray) groups = groups_in_order ();

  zb_flow_clear (self->cards);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
      gtk_widget_set_size_request (columns[i], CARD_WIDTH, -1);
      gtk_widget_set_hexpand (columns[i], TRUE);
      zb_flow_append (self->cards, columns[i]);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      guint n, lowest = 0;
      g_autoptr(GtkWidget) card = g_object_ref_sink (card_new (self, member, g_ptr_array_index (groups, i), &n));

      if (n == 0)
        continue;
      for (guint j = 1; j < N_COLUMNS; j++)
        if (heights[j] < heights[lowest])
          lowest = j;
      heights[lowest] += n + 3;
      gtk_box_append (GTK_BOX (columns[lowest]), card);
    }
}

static void
fill_findings (ZbPersonPage *self, const ZbRecord *member)
{
  g_autoptr(GPtrArray) findings = zb_registry_findings (self->registry, member);

  for (guint i = 0; i < self->findings->len; i++)
    adw_preferences_group_remove (self->findings_group, g_ptr_array_index (self->findings, i));
  g_ptr_array_set_size (self->findings, 0);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *words = zb_words_finding (g_ptr_array_index (findings, i));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
      adw_preferences_group_add (self->findings_group, row);
      g_ptr_array_add (self->findings, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings_group), self->findings->len > 0);
}

static void
fill_traces (ZbPersonPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->traces));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->traces))) != NULL)
    gtk_box_remove (self->traces, child);
  zb_person_traces_fill (self->traces, self->registry, self->person);
  /* A value was put back there: the newest change, at the head of the last group, is that. */
  child = gtk_widget_get_last_child (GTK_WIDGET (self->traces));
  if (had_focus && child != NULL)
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

void
zb_person_page_set_person (ZbPersonPage *self, gint64 id)
{
  g_autoptr(ZbRecord) member = zb_registry_get_derived (self->registry, id, TRUE, NULL);
  g_autofree char *summary = NULL;

  if (id != self->person)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  self->person = id;
  if (member == NULL)
    return;
  summary = zb_member_summary (self->registry, member);
  gtk_label_set_label (self->name_label, zb_record_title (member));
  gtk_label_set_label (self->summary_label, summary);
  fill_findings (self, member);
  fill_cards (self, member);
  fill_traces (self);
}

gint64
zb_person_page_get_person (ZbPersonPage *self)
{
  return self->person;
}

static gboolean
zb_person_page_grab_focus (GtkWidget *widget)
{
  ZbPersonPage *self = ZB_PERSON_PAGE (widget);

  return gtk_widget_grab_focus (self->edit_button) || gtk_widget_grab_focus (GTK_WIDGET (self->scrolled));
}

static void
make_steps (GtkMenuButton *button, gpointer user_data)
{
  ZbPersonPage *self = ZB_PERSON_PAGE (user_data);
  g_autoptr(GMenuModel) menu = zb_steps_menu_new (self->registry, &self->person, 1);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
zb_person_page_dispose (GObject *object)
{
  ZbPersonPage *self = ZB_PERSON_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_PERSON_PAGE);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_person_page_parent_class)->dispose (object);
}

static void
zb_person_page_finalize (GObject *object)
{
  g_ptr_array_unref (ZB_PERSON_PAGE (object)->findings);
  G_OBJECT_CLASS (zb_person_page_parent_class)->finalize (object);
}

static void
zb_person_page_class_init (ZbPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_person_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_person_page_finalize;
  zb_widget_class_set_first_focus (widget_class, zb_person_page_grab_focus);
  g_type_ensure (ZB_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/pages/members/zb-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbPersonPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ZbPersonPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, ZbPersonPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ZbPersonPage, steps_button);
  gtk_widget_class_bind_template_child (widget_class, ZbPersonPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, ZbPersonPage, findings_group);
  gtk_widget_class_bind_template_child (widget_class, ZbPersonPage, cards);
  gtk_widget_class_bind_template_child (widget_class, ZbPersonPage, traces);
}

static void
zb_person_page_init (ZbPersonPage *self)
{
  self->findings = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->steps_button, make_steps, self, NULL);
}

GtkWidget *
zb_person_page_new (ZbRegistry *registry)
{
  ZbPersonPage *self = g_object_new (ZB_TYPE_PERSON_PAGE, NULL);

  self->registry = g_object_ref (registry);
  return GTK_WIDGET (self);
}

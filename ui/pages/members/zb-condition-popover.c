/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-condition-popover.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "core/zb-date.h"
#include "core/zb-member-columns.h"
#include "service/zb-words.h"
#include "widgets/zb-choice.h"

#define CODES_HEIGHT 220

typedef enum {
  SHAPE_CODES,
  SHAPE_NUMBER,
  SHAPE_DATE,
  SHAPE_YES_NO,
  SHAPE_ORG,
  SHAPE_GROUP
} Shape;

typedef struct {
  const char *field;
  const char *label;
  Shape shape;
  const char *codes;
} Offer;

struct _ZbConditionPopover
{
  GtkPopover parent_instance;

  ZbOrgTree *tree;  /* (owned) */
  GArray *offers;   /* (owned) (element-type Offer) */

  GtkWidget *phrase_entry;
  GtkWidget *problem_label;
  GtkWidget *field_choice;
  GtkWidget *values_box;   /* what the chosen field needs */
  GtkWidget *first;        /* entry, drop-down or box of ticks */
  GtkWidget *second;       /* (nullable): the upper end */
  GtkWidget *add_button;
};

static guint added_signal;

G_DEFINE_FINAL_TYPE (ZbConditionPopover, zb_condition_popover, GTK_TYPE_POPOVER)

static void
offer (ZbConditionPopover *self, const char *field, const char *label, Shape shape, const char *codes)
{
  Offer one = { field, label, shape, codes };

  g_array_append_val (self->offers, one);
}

/* Every coded field of the columns, and what is counted in years. */
static void
make_offers (ZbConditionPopover *self)
{
  offer (self, "age", N_("Age"), SHAPE_NUMBER, NULL);
  offer (self, "standing", N_("Party Standing"), SHAPE_NUMBER, NULL);
  offer (self, "category", N_("Category"), SHAPE_CODES, "category");
  offer (self, "org", N_("Branch"), SHAPE_ORG, NULL);
  offer (self, "group", N_("Party Group"), SHAPE_GROUP, NULL);
  offer (self, "post", N_("Party Post"), SHAPE_CODES, "post");
  for (guint i = 0; i < ZB_MEMBER_N_CODES; i++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_member, zb_member_code_field (i));

      if (field != NULL)
        offer (self, field->name, field->label, field->type == ZB_FIELD_BOOLEAN ? SHAPE_YES_NO : SHAPE_CODES, field->codes);
    }
  offer (self, "joined_on", N_("Joined the Party"), SHAPE_DATE, NULL);
  offer (self, "confirmed_on", N_("Confirmed as Full Member"), SHAPE_DATE, NULL);
  offer (self, "birth_date", N_("Date of Birth"), SHAPE_DATE, NULL);
  offer (self, "applied_on", N_("Applied"), SHAPE_DATE, NULL);
  offer (self, "activist_on", N_("Named Activist"), SHAPE_DATE, NULL);
  offer (self, "candidate_on", N_("Named Development Candidate"), SHAPE_DATE, NULL);
}

static const Offer *
chosen_offer (ZbConditionPopover *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->field_choice));

  return i < self->offers->len ? &g_array_index (self->offers, Offer, i) : NULL;
}

static void
say_problem (ZbConditionPopover *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_label, words != NULL);
}

static void
say_error (ZbConditionPopover *self, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  say_problem (self, words);
}

static void
give (ZbConditionPopover *self, ZbFilter *filter)
{
  say_problem (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->phrase_entry), "");
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, added_signal, 0, filter);
}

static void
on_phrase_activate (ZbConditionPopover *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbFilter) filter = zb_filter_parse (gtk_editable_get_text (GTK_EDITABLE (self->phrase_entry)), self->tree, &error);

  if (filter == NULL)
    say_error (self, error);
  else if (zb_filter_size (filter) > 0)
    give (self, filter);
}

/* Reading what was chosen. */

static void
add_ticked (ZbConditionPopover *self, const Offer *chosen, ZbFilter *filter)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new ();

  for (GtkWidget *tick = gtk_widget_get_first_child (self->first); tick != NULL; tick = gtk_widget_get_next_sibling (tick))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)))
      g_ptr_array_add (values, g_object_get_data (G_OBJECT (tick), "code"));
  g_ptr_array_add (values, NULL);
  if (values->len == 2)
    zb_filter_add (filter, chosen->field, ZB_FILTER_EQUAL, (const char *const *) values->pdata);
  else if (values->len > 2)
    zb_filter_add (filter, chosen->field, ZB_FILTER_IN, (const char *const *) values->pdata);
}

/* A number or date as it is kept, "" for nothing. */
static char *
read_end (const Offer *chosen, GtkWidget *entry, GError **error)
{
  ZbField field = { .name = chosen->field, .label = chosen->label, .heading = chosen->label,
                    .type = chosen->shape == SHAPE_NUMBER ? ZB_FIELD_INTEGER : ZB_FIELD_DATE };
  char *value = NULL;

  if (!zb_field_read (&field, gtk_editable_get_text (GTK_EDITABLE (entry)), &value, error))
    return NULL;
  return value != NULL ? value : g_strdup ("");
}

static gboolean
add_range (ZbConditionPopover *self, const Offer *chosen, ZbFilter *filter, GError **error)
{
  g_autofree char *from = read_end (chosen, self->first, error);
  g_autofree char *to = from != NULL ? read_end (chosen, self->second, error) : NULL;

  if (from == NULL || to == NULL)
    return FALSE;
  if (*from != '\0' && *to != '\0')
    zb_filter_add (filter, chosen->field, ZB_FILTER_BETWEEN, (const char *const[]) { from, to, NULL });
  else if (*from != '\0')
    zb_filter_add (filter, chosen->field, ZB_FILTER_AT_LEAST, (const char *const[]) { from, NULL });
  else if (*to != '\0')
    zb_filter_add (filter, chosen->field, ZB_FILTER_AT_MOST, (const char *const[]) { to, NULL });
  return TRUE;
}

static void
on_add_clicked (ZbConditionPopover *self)
{
  const Offer *chosen = chosen_offer (self);
  g_autoptr(ZbFilter) filter = zb_filter_new ();
  g_autoptr(GError) error = NULL;
  const char *value;

  if (chosen == NULL)
    return;
  switch (chosen->shape)
    {
    case SHAPE_CODES:
      add_ticked (self, chosen, filter);
      break;
    case SHAPE_NUMBER:
    case SHAPE_DATE:
      if (!add_range (self, chosen, filter, &error))
        {
          say_error (self, error);
          return;
        }
      break;
    case SHAPE_YES_NO:
    case SHAPE_ORG:
    case SHAPE_GROUP:
      value = zb_choice_get_value (self->first);
      if (value != NULL)
        zb_filter_add (filter, chosen->field, ZB_FILTER_EQUAL, (const char *const[]) { value, NULL });
      break;
    }
  if (zb_filter_size (filter) > 0)
    give (self, filter);
  else
    say_problem (self, _("Choose or type a value first"));
}

/* What a field needs. */

static GtkWidget *
make_ticks (const Offer *chosen)
{
  const ZbCodeTable *table = zb_code_table_get (chosen->codes);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < table->n_codes; i++)
    {
      GtkWidget *tick = gtk_check_button_new_with_label (table->codes[i].label);

      g_object_set_data (G_OBJECT (tick), "code", (gpointer) table->codes[i].code);
      gtk_box_append (GTK_BOX (box), tick);
    }
  return box;
}

static GtkWidget *
make_end (ZbConditionPopover *self, const Offer *chosen, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_add_clicked), self);
  return entry;
}

static void
append_ticks (ZbConditionPopover *self, const Offer *chosen)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->first = make_ticks (chosen);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), CODES_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->first);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->values_box), scrolled);
}

static void
append_ends (ZbConditionPopover *self, const Offer *chosen)
{
  gboolean is_date = chosen->shape == SHAPE_DATE;

  self->first = make_end (self, chosen, is_date ? _("From, such as 2015") : _("From (years)"));
  self->second = make_end (self, chosen, is_date ? _("To, such as 2020.12") : _("To (years)"));
  gtk_box_append (GTK_BOX (self->values_box), self->first);
  gtk_box_append (GTK_BOX (self->values_box), gtk_label_new ("–"));
  gtk_box_append (GTK_BOX (self->values_box), self->second);
}

static void
on_field_chosen (ZbConditionPopover *self)
{
  const Offer *chosen = chosen_offer (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->values_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->values_box), child);
  self->first = self->second = NULL;
  say_problem (self, NULL);
  if (chosen == NULL)
    return;
  switch (chosen->shape)
    {
    case SHAPE_CODES:
      append_ticks (self, chosen);
      return;
    case SHAPE_NUMBER:
    case SHAPE_DATE:
      append_ends (self, chosen);
      return;
    case SHAPE_YES_NO:
      self->first = zb_choice_new_names ((const char *const[]) { _("Yes"), _("No"), NULL }, (const char *const[]) { "1", "0", NULL });
      break;
    case SHAPE_ORG:
      self->first = zb_choice_new_orgs (self->tree, ZB_CHOICE_BRANCHES, 0, NULL);
      break;
    case SHAPE_GROUP:
      self->first = zb_choice_new_orgs (self->tree, ZB_CHOICE_GROUPS, 0, NULL);
      break;
    }
  gtk_widget_set_hexpand (self->first, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->first), GTK_ACCESSIBLE_PROPERTY_LABEL, _(chosen->label), -1);
  gtk_box_append (GTK_BOX (self->values_box), self->first);
}

void
zb_condition_popover_set_tree (ZbConditionPopover *self, ZbOrgTree *tree)
{
  if (self->tree == tree)
    return;
  zb_org_tree_ref (tree);
  g_clear_pointer (&self->tree, zb_org_tree_unref);
  self->tree = tree;
  on_field_chosen (self);
}

static GtkWidget *
make_field_choice (ZbConditionPopover *self)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GtkWidget *choice;

  for (guint i = 0; i < self->offers->len; i++)
    {
      g_ptr_array_add (labels, _(g_array_index (self->offers, Offer, i).label));
      g_ptr_array_add (names, (gpointer) g_array_index (self->offers, Offer, i).field);
    }
  g_ptr_array_add (labels, NULL);
  g_ptr_array_add (names, NULL);
  choice = zb_choice_new_names ((const char *const *) labels->pdata, (const char *const *) names->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Field"), -1);
  return choice;
}

static GtkWidget *
heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
zb_condition_popover_dispose (GObject *object)
{
  ZbConditionPopover *self = ZB_CONDITION_POPOVER (object);

  g_clear_pointer (&self->tree, zb_org_tree_unref);
  G_OBJECT_CLASS (zb_condition_popover_parent_class)->dispose (object);
}

static void
zb_condition_popover_finalize (GObject *object)
{
  g_array_unref (ZB_CONDITION_POPOVER (object)->offers);
  G_OBJECT_CLASS (zb_condition_popover_parent_class)->finalize (object);
}

static void
zb_condition_popover_class_init (ZbConditionPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_condition_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_condition_popover_finalize;
  added_signal = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               ZB_TYPE_FILTER);
}

static void
zb_condition_popover_init (ZbConditionPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  make_offers (self);
  self->phrase_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->phrase_entry), _("female and under 45 and bachelor or above"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->phrase_entry), 26);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->phrase_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Conditions in words"), -1);
  self->problem_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem_label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem_label), 30);
  gtk_widget_add_css_class (self->problem_label, "error");
  gtk_widget_set_visible (self->problem_label, FALSE);
  self->field_choice = make_field_choice (self);
  self->values_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->add_button = gtk_button_new_with_mnemonic (_("_Add Condition"));
  gtk_widget_add_css_class (self->add_button, "suggested-action");
  gtk_box_append (GTK_BOX (box), heading (_("In words")));
  gtk_box_append (GTK_BOX (box), self->phrase_entry);
  gtk_box_append (GTK_BOX (box), self->problem_label);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), heading (_("Or one by one")));
  gtk_box_append (GTK_BOX (box), self->field_choice);
  gtk_box_append (GTK_BOX (box), self->values_box);
  gtk_box_append (GTK_BOX (box), self->add_button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->phrase_entry, "activate", G_CALLBACK (on_phrase_activate), self);
  g_signal_connect_swapped (self->field_choice, "notify::selected", G_CALLBACK (on_field_chosen), self);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (on_add_clicked), self);
}

GtkWidget *
zb_condition_popover_new (ZbOrgTree *tree)
{
  ZbConditionPopover *self = g_object_new (ZB_TYPE_CONDITION_POPOVER, NULL);

  zb_condition_popover_set_tree (self, tree);
  return GTK_WIDGET (self);
}

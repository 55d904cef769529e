/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wish-card.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "core/zb-kind.h"
#include "widgets/zb-flow.h"

struct _ZbWishCard
{
  GtkWidget parent_instance;

  const ZbWishLine *line; /* (unowned) (nullable) */

  GtkWidget *box;
  GtkLabel *number;
  GtkLabel *state;
  GtkLabel *title;
  GtkLabel *whom;
  GtkLabel *claimers;
  GtkWidget *age_box;
  GtkImage *age_icon;
  GtkLabel *age;
};

G_DEFINE_FINAL_TYPE (ZbWishCard, zb_wish_card, GTK_TYPE_WIDGET)

char *
zb_wish_card_age_words (const ZbWishLine *line)
{
  g_autofree char *promised = zb_date_to_print (line->promised);

  switch (line->age)
    {
    case ZB_WISH_OVERDUE: return g_strdup_printf (_("Overdue: promised for %s"), promised);
    case ZB_WISH_DUE_SOON: return g_strdup_printf (_("Promised for %s, soon"), promised);
    case ZB_WISH_UNCLAIMED: return g_strdup_printf (ngettext ("Unclaimed for %d day", "Unclaimed for %d days", line->days), line->days);
    case ZB_WISH_ON_TIME: break;
    }
  if (zb_date_is_set (line->promised))
    return g_strdup_printf (_("Promised for %s"), promised);
  return line->days > 0 ? g_strdup_printf (ngettext ("Waiting for %d day", "Waiting for %d days", line->days), line->days) : NULL;
}

/* 3 件, of which 1 is left. */
static char *
quantity_words (const ZbWishLine *line)
{
  const char *unit = line->unit != NULL ? line->unit : _("pieces");

  if (line->quantity <= 1)
    return NULL;
  if (line->left == 0 || line->left == line->quantity)
    return g_strdup_printf ("%" G_GINT64_FORMAT " %s", line->quantity, unit);
  /* Translators: %1$u how many are wished, %2$s of what, %3$u how many are left to claim */
  return g_strdup_printf (_("%1$u %2$s, %3$u left"), (guint) line->quantity, unit, (guint) line->left);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
name_for_readers (ZbWishCard *self, const char *whom, const char *age)
{
  g_autoptr(GString) name = g_string_new (self->line->number);
  const char *const parts[] = { self->line->title, whom, zb_code_label (zb_code_table_get ("wish_state"), zb_kind_wish.states[MAX (self->line->state, 0)]), age };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " · " : "", parts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

void
zb_wish_card_show (ZbWishCard *self, const ZbWishLine *line)
{
  g_autofree char *quantity = NULL;
  g_autofree char *whom = NULL;
  g_autofree char *age = NULL;
  g_autofree char *title = NULL;

  self->line = line;
  if (line == NULL)
    return;
  quantity = quantity_words (line);
  title = quantity != NULL ? g_strdup_printf ("%s（%s）", line->title, quantity) : g_strdup (line->title);
  whom = line->community != NULL ? g_strdup_printf ("%s · %s", line->alias, line->community) : g_strdup (line->alias);
  age = zb_wish_card_age_words (line);
  show_text (self->number, line->number);
  show_text (self->state, line->state >= 0 ? zb_code_label (zb_code_table_get ("wish_state"), zb_kind_wish.states[line->state]) : NULL);
  show_text (self->title, title);
  show_text (self->whom, whom);
  show_text (self->claimers, line->claimers);
  show_text (self->age, age);
  gtk_widget_set_visible (self->age_box, age != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->age_icon), line->age != ZB_WISH_ON_TIME);
  if (line->age == ZB_WISH_OVERDUE)
    gtk_widget_add_css_class (self->age_box, "late");
  else
    gtk_widget_remove_css_class (self->age_box, "late");
  name_for_readers (self, whom, age);
}

const ZbWishLine *
zb_wish_card_get_line (ZbWishCard *self)
{
  return self->line;
}

static void
zb_wish_card_dispose (GObject *object)
{
  g_clear_pointer (&ZB_WISH_CARD (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (zb_wish_card_parent_class)->dispose (object);
}

static void
zb_wish_card_class_init (ZbWishCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_wish_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
text_new (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_flow = ZB_IS_FLOW (box);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), !is_flow);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (is_flow)
    zb_flow_append (ZB_FLOW (box), label);
  else
    gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
zb_wish_card_init (ZbWishCard *self)
{
  /* With large text the state goes below the number; neither is broken. */
  GtkWidget *head = zb_flow_new (6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "wish-card");
  gtk_box_append (GTK_BOX (self->box), head);
  self->number = text_new (head, "tabular");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->number), TRUE);
  self->state = text_new (head, "dim-label");
  self->title = text_new (self->box, "heading");
  self->whom = text_new (self->box, NULL);
  self->claimers = text_new (self->box, NULL);
  self->age_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->age_icon = GTK_IMAGE (gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (self->age_box), GTK_WIDGET (self->age_icon));
  self->age = text_new (self->age_box, "dim-label");
  /* A day is never broken: the column gets the room for it. */
  gtk_label_set_wrap_mode (self->age, PANGO_WRAP_WORD);
  gtk_box_append (GTK_BOX (self->box), self->age_box);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
zb_wish_card_new (void)
{
  return g_object_new (ZB_TYPE_WISH_CARD, NULL);
}

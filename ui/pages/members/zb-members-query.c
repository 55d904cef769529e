/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-members-page-private.h"

#include <glib/gi18n.h>

/* What the controls of the page mean: conditions, order, and the list on paper. */

const char *
zb_member_order_label (ZbMemberOrder order)
{
  switch (order)
    {
    case ZB_ORDER_POST: return N_("By post");
    case ZB_ORDER_STROKE: return N_("By strokes of the surname");
    case ZB_ORDER_STROKE_NAME: return N_("By strokes of the name");
    case ZB_ORDER_PINYIN: return N_("By pinyin");
    case ZB_ORDER_JOINED: return N_("By date of joining");
    case ZB_ORDER_OWN: return N_("Own order");
    case ZB_ORDER_BIRTH: return N_("By date of birth");
    case ZB_ORDER_CONFIRMED: return N_("By date of confirmation");
    case ZB_ORDER_STANDING: return N_("By Party standing");
    case ZB_ORDER_ORG: return N_("By organisation");
    case ZB_ORDER_CATEGORY: return N_("By category");
    case ZB_ORDER_SEX: return N_("By sex");
    case ZB_ORDER_ETHNICITY: return N_("By ethnic group");
    case ZB_ORDER_EDUCATION: return N_("By education");
    case ZB_ORDER_DEGREE: return N_("By degree");
    case ZB_ORDER_JOB: return N_("By kind of work");
    case ZB_ORDER_ID: return N_("As entered");
    case ZB_N_ORDERS: break;
    }
  return "";
}

ZbMemberOrder
zb_members_page_get_order (ZbMembersPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->order_choice);

  return selected < ZB_N_ORDERS ? (ZbMemberOrder) selected : self->column_order;
}

void
zb_members_page_choose_order (ZbMembersPage *self, ZbMemberOrder order)
{
  GtkStringList *labels = GTK_STRING_LIST (gtk_drop_down_get_model (self->order_choice));
  const ZbField *field = zb_member_order_field (order);

  if (field != NULL)
    {
      /* Translators: an order of the table of members; %s is the heading of a column */
      g_autofree char *label = g_strdup_printf (_("By the column “%s”"), _(field->label));

      self->column_order = order;
      gtk_string_list_splice (labels, ZB_N_ORDERS, g_list_model_get_n_items (G_LIST_MODEL (labels)) - ZB_N_ORDERS,
                              (const char *const[]) { label, NULL });
    }
  gtk_drop_down_set_selected (self->order_choice, field != NULL ? (guint) ZB_N_ORDERS : (guint) order);
}

ZbFilter *
zb_members_page_make_filter (ZbMembersPage *self)
{
  static const char *const in_development[] = { "candidate", "activist", "applicant", NULL };
  ZbFilter *chosen = zb_filter_bar_get_filter (self->filter_bar);
  ZbFilter *filter = zb_filter_new ();

  for (guint i = 0; i < zb_filter_size (chosen); i++)
    {
      const ZbCondition *condition = zb_filter_at (chosen, i);

      zb_filter_add (filter, condition->field, condition->op, (const char *const *) condition->values);
    }
  if (self->shown == ZB_SHOWN_DEVELOPMENT)
    zb_filter_add (filter, "category", ZB_FILTER_IN, in_development);
  return filter;
}

/* How many the same search would find among everybody. */
guint
zb_members_page_count_everywhere (ZbMembersPage *self)
{
  ZbMemberColumns *columns = zb_registry_columns (self->registry);
  ZbMemberQuery query = { .text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
                          .filter = zb_filter_bar_get_filter (self->filter_bar),
                          .order = ZB_ORDER_ID,
                          .scope = ZB_SCOPE_ALL };
  guint n = 0;

  if (columns != NULL)
    g_free (zb_member_columns_query (columns, &query, &n));
  return n;
}

/* The narrowest button behind which everybody here stands whom @filter finds: a figure of 9 shows 9 names. */
ZbShown
zb_members_page_best_shown (ZbMembersPage *self, ZbFilter *filter)
{
  ZbMemberColumns *columns = zb_registry_columns (self->registry);
  ZbMemberQuery query = { .filter = filter, .order = ZB_ORDER_ID, .scope = ZB_SCOPE_HERE };
  guint here, party;

  if (columns == NULL)
    return ZB_SHOWN_HERE;
  g_free (zb_member_columns_query (columns, &query, &here));
  query.party_only = TRUE;
  g_free (zb_member_columns_query (columns, &query, &party));
  return party == here ? ZB_SHOWN_PARTY : ZB_SHOWN_HERE;
}

static const char *
roster_for (ZbMembersPage *self)
{
  switch (self->shown)
    {
    case ZB_SHOWN_DEVELOPMENT: return "activists";
    case ZB_SHOWN_FORMER: return "former";
    case ZB_SHOWN_PARTY:
    case ZB_SHOWN_HERE:
    case ZB_SHOWN_ALL:
    case ZB_N_SHOWN: break;
    }
  return "members";
}

/* The list on paper: exactly the people in the table, or those selected, in its order. */
ZbRosterRequest *
zb_members_page_make_request (ZbMembersPage *self)
{
  const ZbRoster *roster = zb_roster_get (roster_for (self));
  ZbRosterRequest *request = zb_roster_request_new (roster, zb_registry_today (self->registry));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  ZbMemberSelection *selection = zb_member_table_get_selection (self->table);
  const ZbMemberQuery *query = zb_member_model_query (zb_member_table_get_model (self->table));

  if (zb_members_page_get_person (self) == 0 && zb_member_selection_size (selection) > 1)
    request->ids = zb_member_selection_ids (selection, &request->n_ids);
  else
    {
      if (zb_filter_size (zb_filter_bar_get_filter (self->filter_bar)) > 0)
        request->filter = zb_filter_ref (zb_filter_bar_get_filter (self->filter_bar));
      if (*text != '\0')
        request->text = g_strdup (text);
    }
  if (self->shown == ZB_SHOWN_ALL)
    request->scope = ZB_SCOPE_ALL;
  if (query != NULL)
    {
      zb_roster_request_set_order (request, zb_member_order_name (query->order));
      request->descending = query->descending && zb_roster_request_can_descend (request->roster);
    }
  return request;
}

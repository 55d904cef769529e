/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/members/zb-filter-bar.h"
#include "pages/members/zb-member-pane.h"
#include "pages/members/zb-member-table.h"
#include "pages/members/zb-members-page.h"
#include "pages/members/zb-person-page.h"
#include "widgets/zb-flow.h"

G_BEGIN_DECLS

/* Who is shown: the buttons before the search. */
typedef enum {
  ZB_SHOWN_PARTY,
  ZB_SHOWN_DEVELOPMENT,
  ZB_SHOWN_HERE,
  ZB_SHOWN_FORMER,
  ZB_SHOWN_ALL,
  ZB_N_SHOWN
} ZbShown;

struct _ZbMembersPage
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) */
  ZbShown shown;
  gboolean is_updating; /* the page sets its own controls */
  gint64 wanted;        /* somebody to select when the table holds them */
  guint pane_id;

  GtkStack *stack;
  AdwFlap *flap;
  ZbMemberPane *pane;
  ZbFlow *tools;
  GtkBox *scopes_box;
  GtkToggleButton *scopes[ZB_N_SHOWN];
  GtkSearchEntry *search_entry;
  GtkDropDown *order_choice;
  ZbMemberOrder column_order; /* what the choice behind those that are always there stands for */
  GtkToggleButton *descending_button;
  GtkMenuButton *columns_button;
  GtkWidget *detail_button;
  GtkBox *filter_box;
  ZbFilterBar *filter_bar;
  GtkLabel *count_label;
  GtkStack *table_stack;
  GtkBox *table_box;
  ZbMemberTable *table;
  GtkWidget *elsewhere_button; /* (nullable): made when nobody was found */
  GtkRevealer *action_bar;
  GtkLabel *selected_label;
  GtkMenuButton *steps_button;
  GtkWidget *row_menu; /* (nullable): child of the table, made when first wanted */
  ZbPersonPage *person; /* (nullable): made when first wanted */
};

/* zb-members-page.c */
void zb_members_page_apply (ZbMembersPage *self, gboolean to_top);
void zb_members_page_refresh_pane (ZbMembersPage *self);
void zb_members_page_want (ZbMembersPage *self, gint64 id);
gint64 zb_members_page_get_person (ZbMembersPage *self);
/** zb_members_page_clear: no search and no conditions. */
void zb_members_page_clear (ZbMembersPage *self);
/** zb_members_page_show_everybody: the same search, among all. */
void zb_members_page_show_everybody (ZbMembersPage *self);

/* zb-members-query.c */
ZbFilter *zb_members_page_make_filter (ZbMembersPage *self);
guint zb_members_page_count_everywhere (ZbMembersPage *self);
ZbShown zb_members_page_best_shown (ZbMembersPage *self, ZbFilter *filter);
ZbRosterRequest *zb_members_page_make_request (ZbMembersPage *self);
const char *zb_member_order_label (ZbMemberOrder order);
/** zb_members_page_get_order: the order that is chosen. */
ZbMemberOrder zb_members_page_get_order (ZbMembersPage *self);
/** zb_members_page_choose_order: chooses it; one by a column becomes a further choice. */
void zb_members_page_choose_order (ZbMembersPage *self, ZbMemberOrder order);

/* zb-members-actions.c */
void zb_members_page_install_actions (GtkWidgetClass *widget_class);
void zb_members_page_update_actions (ZbMembersPage *self);
/** zb_members_page_show_menu: what can be done with those selected, at that place in the table. */
void zb_members_page_show_menu (ZbMembersPage *self, int x, int y);
void zb_members_page_create (ZbMembersPage *self);
void zb_members_page_edit (ZbMembersPage *self);

G_END_DECLS

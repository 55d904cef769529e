/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"
#include "shell/zb-desk.h"
#include "widgets/zb-flow.h"

G_BEGIN_DECLS

#define ZB_TYPE_AREA_PAGE (zb_area_page_get_type ())

/**
 * ZbAreaPage:
 *
 * An area's page that keeps records of one organisation and what stands below it: a bar that begins with the choice of the
 * organisation, under it the area's lists (its front), before them the one record that is open (its desk), and what to do first
 * where no organisation is there yet.
 *
 * What changed is filled in at once while the page is seen, else when it is seen again. The actions `area.previous`, `area.next`
 * (Ctrl+Page Up, Ctrl+Page Down) and `area.now` step through the time that the lists are about.
 *
 * A #ZbPage: of that interface a kind of page adds create() and open_record(); the rest is answered here.
 */
G_DECLARE_DERIVABLE_TYPE (ZbAreaPage, zb_area_page, ZB, AREA_PAGE, AdwBin)

/**
 * ZbAreaPageClass:
 * @follows: on which changes of the registry (ZB_CHANGED_…) the front is filled anew; everything unless told
 * @fill: fills the front; called with an organisation and no open record only
 * @find: puts the focus where one searches in the front
 * @take_focus: gives the focus to the front; returns whether it took it
 * @step: (nullable): goes @by steps in time, 0 to today
 * @make_request: (nullable): what the front shows, as a list to print (transfer full) (nullable)
 */
struct _ZbAreaPageClass
{
  AdwBinClass parent_class;

  guint follows;
  void (*fill) (ZbAreaPage *self);
  void (*find) (ZbAreaPage *self);
  gboolean (*take_focus) (ZbAreaPage *self);
  void (*step) (ZbAreaPage *self, int by);
  ZbRosterRequest *(*make_request) (ZbAreaPage *self);
};

/**
 * zb_area_page_begin:
 * @branch_first: begins with the first branch instead of the highest organisation
 *
 * Gives the page its registry and its bar, to which the area appends its own. Before anything else.
 *
 * Returns: (transfer none): the bar
 */
ZbFlow *zb_area_page_begin (ZbAreaPage *self, ZbRegistry *registry, gboolean branch_first);

/**
 * zb_area_page_complete:
 * @front: the area's lists
 * @desk: where a record lies open, a #ZbDesk
 * @icon: over @first
 * @first: what to do before there is an organisation
 *
 * Puts the page together and fills it.
 */
void zb_area_page_complete (ZbAreaPage *self, GtkWidget *front, GtkWidget *desk, const char *icon, const char *first);

ZbRegistry *zb_area_page_get_registry (ZbAreaPage *self);

/** zb_area_page_get_org: 0 where no organisation is there yet */
gint64 zb_area_page_get_org (ZbAreaPage *self);

/** zb_area_page_can_add: whether there is an organisation to write for */
gboolean zb_area_page_can_add (ZbAreaPage *self);

/** zb_area_page_set_org: chooses another organisation, as a person would. */
void zb_area_page_set_org (ZbAreaPage *self, gint64 org);

/** zb_area_page_refresh: fills the front anew, now or when it is seen again. */
void zb_area_page_refresh (ZbAreaPage *self);

/** zb_area_page_is_open: whether a record stands before the front */
gboolean zb_area_page_is_open (ZbAreaPage *self);

/** zb_area_page_open: shows a record on the desk; one that is not there leaves everything as it is. */
void zb_area_page_open (ZbAreaPage *self, gint64 id);

/** zb_area_page_close: back to the front. */
void zb_area_page_close (ZbAreaPage *self);

/** zb_area_page_steps: the time that the lists are about, between two arrows that step; each says what it does. Returns: (transfer floating) */
GtkWidget *zb_area_page_steps (GtkLabel *now, const char *before, const char *back, const char *after);

/** zb_area_page_years: the same with the words for years. Returns: (transfer floating) */
GtkWidget *zb_area_page_years (GtkLabel *year);

/** zb_area_page_more: a button that opens @menu; @label says what is in it. Returns: (transfer floating) */
GtkWidget *zb_area_page_more (GMenuModel *menu, const char *label);

G_END_DECLS

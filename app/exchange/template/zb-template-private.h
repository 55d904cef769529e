/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper/zb-meeting-facts.h"
#include "exchange/zb-template.h"

G_BEGIN_DECLS

/**
 * ZbTemplateFrameFunc:
 *
 * Takes a frame of the child. Returns: %FALSE with @error to stop
 */
typedef gboolean (*ZbTemplateFrameFunc) (ZbTemplateFrame kind, const guint8 *payload, gsize length, gpointer user_data, GError **error);

/**
 * zb_template_child_run:
 * @list_fd: a file with the list, −1: the form is only looked at
 * @take: gets frames of marks or of data
 * @out_kind: (out): x or d
 *
 * Runs the child process over a form.
 */
gboolean zb_template_child_run (GBytes *form, int list_fd, ZbTemplateFrameFunc take, gpointer user_data, char *out_kind, GCancellable *cancellable, GError **error);

/** zb_template_memory: a file in memory. Returns: −1 with @error */
int zb_template_memory (GError **error);

/**
 * ZbTemplateFact: facts of a whole list that marks may ask for.
 */
typedef enum {
  ZB_FACT_TITLE,
  ZB_FACT_ORG,
  ZB_FACT_REPORTER,
  ZB_FACT_AS_OF,
  ZB_FACT_COUNT,
  ZB_FACT_TOTAL,
  ZB_FACT_ORDER,
  ZB_FACT_WHO,
  ZB_FACT_TODAY,
  ZB_FACT_YEAR,
  ZB_FACT_MONTH,
  ZB_FACT_DAY,
  /* Of a meeting. */
  ZB_FACT_TIME,
  ZB_FACT_EXPECTED,
  ZB_FACT_PRESENT,
  ZB_FACT_EXCUSED,
  ZB_FACT_ABSENT,
  ZB_FACT_LATE,
  ZB_FACT_OBSERVERS,
  ZB_FACT_VOTERS,
  ZB_FACT_VOTERS_PRESENT,
  ZB_FACT_WHO_CAME,
  ZB_FACT_WHO_EXCUSED,
  ZB_FACT_WHO_ABSENT,
  ZB_FACT_AGENDA,
  ZB_FACT_DECISIONS,
  ZB_N_FACTS
} ZbTemplateFact;

/** ZB_TEMPLATE_FIGURES: figures of people have their indices from here on. */
#define ZB_TEMPLATE_FIGURES 1000

/** zb_template_fact_words: (nullable): names of a fact, with | between, the one to show first; %NULL when such a list has none. */
const char *zb_template_fact_words (const ZbRoster *roster, ZbTemplateFact fact);

/** zb_template_fact_format: how it is written where the mark says nothing. */
ZbMarkFormat zb_template_fact_format (ZbTemplateFact fact);

/** ZbTemplateFacts: a list in hand, from which facts are told. */
typedef struct _ZbTemplateFacts ZbTemplateFacts;

ZbTemplateFacts *zb_template_facts_new (ZbDb *db, ZbSheet *sheet, GError **error);
void zb_template_facts_free (ZbTemplateFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTemplateFacts, zb_template_facts_free)

/** zb_template_facts_get: @index: a #ZbTemplateFact, behind those the fields of a meeting, then the figures. Returns: (transfer full) (nullable): %NULL with @error */
char *zb_template_facts_get (ZbTemplateFacts *self, guint index, ZbValueKind *out_kind, GError **error);

/** zb_template_figures_names: what a form may ask to be counted of the people of a list. Returns: (transfer full) (element-type ZbFigure) (nullable): %NULL of a list that is about one person */
GPtrArray *zb_template_figures_names (const ZbRoster *roster);

/**
 * ZbTemplateFigures:
 *
 * Figures of the people whom a list is about, worked out as those of the overview are: of a list of people they are those in
 * it, of a meeting the members on its roll, on its day; of any other list everybody in its organisation.
 */
typedef struct _ZbTemplateFigures ZbTemplateFigures;

/** zb_template_figures_new: @meeting: (nullable). Cost: everybody is loaded once. */
ZbTemplateFigures *zb_template_figures_new (ZbDb *db, ZbSheet *sheet, const ZbMeetingFacts *meeting, GError **error);
void zb_template_figures_free (ZbTemplateFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTemplateFigures, zb_template_figures_free)

/** zb_template_figures_get: @index: of zb_template_figures_names(). Returns: (transfer full) (nullable): %NULL with @error */
char *zb_template_figures_get (ZbTemplateFigures *self, guint index, GError **error);

/** zb_template_means: finds what a label means for a list; fills meaning, column, means, is_private, trouble and suggestions. */
typedef struct _ZbTemplateNames ZbTemplateNames;

ZbTemplateNames *zb_template_names_new (const ZbRoster *roster, ZbTemplateLabel label);
void zb_template_names_free (ZbTemplateNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTemplateNames, zb_template_names_free)

/** zb_template_names_find: whether the label means anything. */
gboolean zb_template_names_find (ZbTemplateNames *self, const char *label, ZbTemplateMark *mark);

/** zb_template_names_suggest: what may have been meant. Returns: (transfer full) (array zero-terminated=1) */
char **zb_template_names_suggest (ZbTemplateNames *self, const char *label);

/**
 * zb_template_suggest:
 * @label: what nobody knows
 * @known: (array zero-terminated=1): what would be known
 * @means: (array): what each of @known is called
 *
 * What @label is a slip of the hand for, or another word for, the likeliest first. Returns: (transfer full) (array zero-terminated=1): out of @means
 */
char **zb_template_suggest (const char *label, const char *const *known, const char *const *means);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

/** zb_template_fact_words: (nullable): names of a fact, with | between, the one to show first; %NULL when such a list has none. */
const char *zb_template_fact_words (const ZbRoster *roster, ZbTemplateFact fact);

/** zb_template_fact_format: how it is written where the mark says nothing. */
ZbMarkFormat zb_template_fact_format (ZbTemplateFact fact);

/** ZbTemplateFacts: a list in hand, from which facts are told. */
typedef struct _ZbTemplateFacts ZbTemplateFacts;

ZbTemplateFacts *zb_template_facts_new (ZbDb *db, ZbSheet *sheet, GError **error);
void zb_template_facts_free (ZbTemplateFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTemplateFacts, zb_template_facts_free)

/** zb_template_facts_get: @index: a #ZbTemplateFact, or behind those the fields of a meeting. Returns: (transfer full) */
char *zb_template_facts_get (ZbTemplateFacts *self, guint index, ZbValueKind *out_kind);

/** zb_template_means: finds what a label means for a list; fills meaning, column, means, is_private, trouble and suggestions. */
typedef struct _ZbTemplateNames ZbTemplateNames;

ZbTemplateNames *zb_template_names_new (const ZbRoster *roster, ZbTemplateLabel label);
void zb_template_names_free (ZbTemplateNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTemplateNames, zb_template_names_free)

/** zb_template_names_find: whether the label means anything. */
gboolean zb_template_names_find (ZbTemplateNames *self, const char *label, ZbTemplateMark *mark);

/** zb_template_names_suggest: what may have been meant. Returns: (transfer full) (array zero-terminated=1) */
char **zb_template_names_suggest (ZbTemplateNames *self, const char *label);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_SUGGEST_ENTRY (zb_suggest_entry_get_type ())

/**
 * ZbSuggestEntry:
 *
 * An entry that offers what may be meant while one types: Down or a click shows the offers, Up and Down go through them,
 * Return takes one, Escape puts them away. One that must be chosen stands for a stored value; otherwise any text goes.
 *
 * Signal `chosen`: an offer was taken
 */
G_DECLARE_FINAL_TYPE (ZbSuggestEntry, zb_suggest_entry, ZB, SUGGEST_ENTRY, GtkEntry)

/**
 * ZbSuggestion:
 * @text: what stands in the entry once it is taken
 * @detail: (nullable): beside it in the list, to tell two alike apart
 * @value: (nullable): the stored value it stands for
 */
typedef struct {
  char *text;
  char *detail;
  char *value;
} ZbSuggestion;

ZbSuggestion *zb_suggestion_new (const char *text, const char *detail, const char *value);
void zb_suggestion_free (ZbSuggestion *suggestion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbSuggestion, zb_suggestion_free)

/** ZbSuggestFunc: Returns: (transfer full) (element-type ZbSuggestion): what @typed may mean, the likeliest first; a few */
typedef GPtrArray *(*ZbSuggestFunc) (const char *typed, gpointer user_data);

/** zb_suggest_entry_new: @must_choose: only what is offered can be entered */
GtkWidget *zb_suggest_entry_new (ZbSuggestFunc func, gpointer user_data, GDestroyNotify destroy, gboolean must_choose);

/** zb_suggest_entry_new_people: offers members, found by name or initials; their ids are the values. @must_choose: a link, otherwise a name */
GtkWidget *zb_suggest_entry_new_people (ZbRegistry *registry, gboolean must_choose);

/** zb_suggest_entry_new_households: offers households, found by either name, community or initials; their ids are the values. */
GtkWidget *zb_suggest_entry_new_households (ZbRegistry *registry);

/** zb_suggest_entry_new_words: offers what was written in that field before, see zb_registry_suggest(). */
GtkWidget *zb_suggest_entry_new_words (ZbRegistry *registry, const ZbKind *kind, const char *field, ZbDate day);

/** zb_suggest_entry_get_value: Returns: (nullable): of what was chosen; %NULL after other text was typed */
const char *zb_suggest_entry_get_value (ZbSuggestEntry *self);

/** zb_suggest_entry_set: shows @text, standing for @value. Offers nothing. */
void zb_suggest_entry_set (ZbSuggestEntry *self, const char *text, const char *value);

/** zb_suggest_entry_must_choose: whether it stands for a stored value. */
gboolean zb_suggest_entry_must_choose (ZbSuggestEntry *self);

/** ZbSuggestName: Returns: (transfer full) (nullable): what the record of that id is called in the entry */
typedef char *(*ZbSuggestName) (ZbRegistry *registry, gint64 id);

void zb_suggest_entry_set_namer (ZbSuggestEntry *self, ZbRegistry *registry, ZbSuggestName name);

/** ZbSuggestCreate: what is not there yet is to be made; @typed is what was looked for. */
typedef void (*ZbSuggestCreate) (ZbSuggestEntry *self, const char *typed, gpointer user_data);

/** zb_suggest_entry_set_creator: offers below the others to make a new one, in the words of @label. */
void zb_suggest_entry_set_creator (ZbSuggestEntry *self, const char *label, ZbSuggestCreate func, gpointer user_data);

/** zb_suggest_entry_choose: as if the person had taken it. */
void zb_suggest_entry_choose (ZbSuggestEntry *self, const char *value);

/** zb_suggest_entry_show_value: shows a stored value by the name that the registry has for it. */
void zb_suggest_entry_show_value (ZbSuggestEntry *self, const char *value);

G_END_DECLS

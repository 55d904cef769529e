/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import that is taken back: how much goes, and why something stays. */
#include "config.h"

#include "service/zb-words.h"

#include <glib/gi18n.h>

char *
zb_words_rest (const ZbHistoryRest *rest)
{
  /* Translators: %1$s what the import is a list of, such as “Member”; then how many new ones are taken back, how many that were
   * there before are as they were, and how many entries are kept */
  g_autofree char *words = g_strdup_printf (_("%1$s: new ones taken back %2$u, put back as they were %3$u, kept %4$u"), _(rest->kind->label),
                                            rest->n_new, rest->n_changed, rest->kept->len);

  if (rest->n_along == 0)
    return g_steal_pointer (&words);
  /* Translators: %1$s the sentence before; %2$u organisations or households that nobody needs any more */
  return g_strdup_printf (_("%1$s; taken back with them %2$u"), words, rest->n_along);
}

char *
zb_words_kept_title (const ZbHistoryKept *kept)
{
  if (kept->what == NULL)
    return g_strdup (kept->title);
  /* Translators: %1$s whose record, %2$s the fields of it that stay as they are */
  return g_strdup_printf (_("%1$s: %2$s"), kept->title, kept->what);
}

static char *
edited_words (const ZbHistoryKept *kept, const char *when)
{
  if (kept->at == NULL)
    return g_strdup (_("edited since"));
  if (kept->by_kind == kept->kind)
    /* Translators: %1$s a day and time, %2$s a person */
    return g_strdup_printf (_("edited on %1$s by %2$s"), when, kept->who);
  /* Translators: %1$s a kind of record, such as “Membership”, %2$s a day and time, %3$s a person */
  return g_strdup_printf (_("%1$s changed on %2$s by %3$s"), _(kept->by_kind->label), when, kept->who);
}

static char *
referred_words (const ZbHistoryKept *kept, const char *when)
{
  if (kept->at == NULL)
    /* Translators: %1$s a kind of record, %2$s its name */
    return g_strdup_printf (_("belongs to what is kept: %1$s “%2$s”"), _(kept->by_kind->label), kept->by_title);
  /* Translators: %1$s a kind of record, %2$s its name, %3$s a day and time, %4$s a person */
  return g_strdup_printf (_("stands in %1$s “%2$s”, written on %3$s by %4$s"), _(kept->by_kind->label), kept->by_title, when, kept->who);
}

char *
zb_words_kept (const ZbHistoryKept *kept)
{
  g_autofree char *when = kept->at != NULL ? zb_words_moment (kept->at) : NULL;

  switch (kept->reason)
    {
    case ZB_KEPT_EDITED: return edited_words (kept, when);
    case ZB_KEPT_WENT_ON:
      if (kept->at == NULL)
        return g_strdup_printf (_("“%s” went on since"), kept->by_title);
      /* Translators: %1$s a wish, %2$s a day and time, %3$s a person */
      return g_strdup_printf (_("“%1$s” went on: %2$s, by %3$s"), kept->by_title, when, kept->who);
    case ZB_KEPT_RULE: return g_strdup (_("what was there before does not fit what was entered since"));
    case ZB_KEPT_REFERRED:
    case ZB_KEPT_ALONG: break;
    }
  return referred_words (kept, when);
}

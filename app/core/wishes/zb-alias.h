/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-rules.h"

G_BEGIN_DECLS

/**
 * zb_alias_propose:
 * @name: (nullable): the person's name
 * @sex: (nullable): code of `sex`
 * @birth: date of birth, unknown if not set
 * @day: the day for which ages are counted
 *
 * A name under which a person may be spoken of in public: the surname with what age and sex say, 张奶奶, 李爷爷, 王女士,
 * 小陈同学; 赵某 where neither is known. From which ages on is said by the rules `alias.*`.
 *
 * Returns: (transfer full): "" without a name
 */
char *zb_alias_propose (const char *name, const char *sex, ZbDate birth, ZbDate day, ZbRules *rules);

/**
 * zb_alias_tells:
 * @text: (nullable): what is to be published
 * @secret: (nullable): a private value: a name, a number, an address
 *
 * Whether @text tells @secret; blanks and punctuation in either are passed over. A single character is no secret.
 */
gboolean zb_alias_tells (const char *text, const char *secret);

/** zb_alias_looks_private: the first run of digits in @text, in figures or words, that is as long as a telephone or an ID number; a day is none. Returns: (transfer full) (nullable) */
char *zb_alias_looks_private (const char *text);

/**
 * zb_alias_looks_like_address:
 *
 * The first piece of @text that reads like where somebody lives, whole or in part: 3号楼2单元501, 某小区5栋, 幸福路17号. A guess, to be
 * looked at by a person. Returns: (transfer full) (nullable): without blanks, figures as digits
 */
char *zb_alias_looks_like_address (const char *text);

G_END_DECLS

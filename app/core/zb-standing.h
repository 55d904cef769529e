/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/zb-date.h"

G_BEGIN_DECLS

/**
 * ZbCategory:
 *
 * 人员类别: how far a person has come on a given day. Stored only as the roster declared it
 * (field `category`); for a day it is computed by zb_standing_category().
 */
typedef enum {
  ZB_CATEGORY_NONE,          /* nothing known: 群众 */
  ZB_CATEGORY_APPLICANT,     /* 入党申请人 */
  ZB_CATEGORY_ACTIVIST,      /* 入党积极分子 */
  ZB_CATEGORY_CANDIDATE,     /* 发展对象 */
  ZB_CATEGORY_PROBATIONARY,  /* 预备党员 */
  ZB_CATEGORY_FULL           /* 正式党员 */
} ZbCategory;

/** ZbStanding: the dates of one person's way into the Party, each with its own precision. */
typedef struct {
  ZbCategory declared;
  ZbDate applied;
  ZbDate activist;
  ZbDate candidate;
  ZbDate joined;
  ZbDate confirmed;
  int correction_months;
} ZbStanding;

/** zb_category_code: `full`, `probationary`, `candidate`, `activist`, `applicant`, `none`. */
const char *zb_category_code (ZbCategory category);

/** zb_category_from_code: %ZB_CATEGORY_NONE for %NULL and unknown codes. */
ZbCategory zb_category_from_code (const char *code);

/**
 * zb_standing_category:
 *
 * The category on the day @as_of. Known dates decide: confirmed → full, joined → probationary, and
 * so on; a date after @as_of has not happened yet. Where no date decides, the declared category
 * stands (a roster often says 正式党员 without 转正时间), but never above what a known later date forbids.
 */
ZbCategory zb_standing_category (const ZbStanding *standing, ZbDate as_of);

/**
 * zb_standing_months:
 *
 * 党龄 in months on the day @as_of: from the confirmation, plus the correction; probation does not
 * count. -1 when the person is no full member then or the confirmation date is unknown.
 * Source: 党章 第七条; the correction (校正值) is in months.
 */
int zb_standing_months (const ZbStanding *standing, ZbDate as_of);

/** zb_standing_show: whole years as text, 预备期 for probationers, "" for everybody else. Returns: (transfer full) */
char *zb_standing_show (const ZbStanding *standing, ZbDate as_of);

G_END_DECLS

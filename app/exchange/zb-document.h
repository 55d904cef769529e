/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-date.h"
#include "exchange/zb-paper.h"
#include "exchange/zb-sheet.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/**
 * ZbDocument:
 *
 * A paper that is no list: a notice, minutes, a resolution. Blocks of text, forms and pictures, filled from what is
 * entered and from nothing else; what is not known stays empty, to be filled in by hand.
 */
typedef struct _ZbDocument ZbDocument;

/**
 * ZbDocumentSubject:
 * @ZB_DOCUMENT_OF_MEETING: one meeting
 * @ZB_DOCUMENT_OF_CEREMONY: one meeting that has a ceremony
 * @ZB_DOCUMENT_OF_PEOPLE: the people of a ceremony, one person, or those of an organisation in a month
 * @ZB_DOCUMENT_OF_WISHES: one wish, or those of an organisation that are on the wall; everybody may read it
 * @ZB_DOCUMENT_OF_WISH: one wish
 * @ZB_DOCUMENT_OF_CERTIFICATE: one certificate of service that was issued
 * @ZB_DOCUMENT_OF_NAMES: names in an order: those given, those of members, or those of a meeting
 * @ZB_DOCUMENT_OF_LETTER: one letter of introduction or proof that was issued
 */
typedef enum {
  ZB_DOCUMENT_OF_MEETING,
  ZB_DOCUMENT_OF_CEREMONY,
  ZB_DOCUMENT_OF_PEOPLE,
  ZB_DOCUMENT_OF_WISHES,
  ZB_DOCUMENT_OF_WISH,
  ZB_DOCUMENT_OF_CERTIFICATE,
  ZB_DOCUMENT_OF_NAMES,
  ZB_DOCUMENT_OF_LETTER
} ZbDocumentSubject;

/**
 * ZbDocumentKind:
 * @name: `minutes`: name on the command line and in the export log
 * @label: (translatable): N_()
 */
typedef struct {
  const char *name;
  const char *label;
  ZbDocumentSubject subject;
} ZbDocumentKind;

/** zb_document_kinds: (array zero-terminated=1): all of them. */
const ZbDocumentKind *const *zb_document_kinds (void);

/** zb_document_kind_get: Returns: (nullable): the kind of that @name. */
const ZbDocumentKind *zb_document_kind_get (const char *name);

/**
 * ZbDocumentIdentity:
 * @ZB_IDENTITY_BY_HAND: the number of the ID card is left out, to be written in
 * @ZB_IDENTITY_MASKED: it stands there with its middle covered
 * @ZB_IDENTITY_WHOLE: it stands there in full; whoever lets it be shown sees to it that this is logged
 *
 * How a paper that identifies somebody (民政部令第67号) tells the number of the ID card.
 */
typedef enum {
  ZB_IDENTITY_BY_HAND,
  ZB_IDENTITY_MASKED,
  ZB_IDENTITY_WHOLE
} ZbDocumentIdentity;

/* More than these are slips of the hand. */
#define ZB_DOCUMENT_MOST_ELECTED 200
#define ZB_DOCUMENT_MOST_COPIES 5000
#define ZB_DOCUMENT_MOST_SEATS 30

/** ZB_DOCUMENT_SEATS_A_ROW: of a plan of seats, unless another number is asked for. */
#define ZB_DOCUMENT_SEATS_A_ROW 9

/**
 * ZbDocumentRequest:
 * @as_of: the day it is written on
 * @meeting: id of the meeting it is about; 0 for people of a month or one person
 * @person: id of the one person it is about, 0
 * @wish: id of the one wish it is about, 0
 * @certificate: id of the certificate of service, 0
 * @letter: id of the letter, 0
 * @org: the organisation whose people or wishes it is about, 0 for all
 * @month: whose political birthdays it is about; unknown: that of @as_of
 * @addressee: (nullable): 主送 of a notice; otherwise those who are expected
 * @requirements: (nullable): 有关要求 of a notice, a line each
 * @per_page: cards on a page, 2 or 4, of ballots and name cards also 1; 0: as is usual
 * @title: (nullable): of a ballot, a tally or a plan of seats: another title
 * @names: (nullable) (array zero-terminated=1): whom it names, in this order
 * @people: (nullable): otherwise these members, in the order of the request
 * @elect: how many are to be elected, 0: left open
 * @equal: as many stand as are to be elected (等额)
 * @copies: of a ballot; 0: one page of them
 * @blank_rows: lines for others on a ballot and a tally; −1: as many as are to be elected
 * @per_row: of a plan of seats: seats in a row, 0: nine
 * @right_first: the second sits on the right hand of the first, not on the left
 * @paper_a3: of a poster: on A3 instead of A4
 * @identity: of a certificate or a letter
 */
typedef struct {
  const ZbDocumentKind *kind;
  ZbDate as_of;
  gint64 meeting;
  gint64 person;
  gint64 wish;
  gint64 certificate;
  gint64 letter;
  gint64 org;
  ZbDate month;
  char *addressee;
  char *requirements;
  guint per_page;
  char *title;
  char **names;
  ZbRosterRequest *people;
  guint elect;
  gboolean equal;
  guint copies;
  int blank_rows;
  guint per_row;
  gboolean right_first;
  gboolean paper_a3;
  ZbDocumentIdentity identity;
} ZbDocumentRequest;

#define ZB_TYPE_DOCUMENT_REQUEST (zb_document_request_get_type ())
GType zb_document_request_get_type (void);
ZbDocumentRequest *zb_document_request_new (const ZbDocumentKind *kind, ZbDate as_of);
ZbDocumentRequest *zb_document_request_copy (const ZbDocumentRequest *request);
void zb_document_request_free (ZbDocumentRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDocumentRequest, zb_document_request_free)

/**
 * zb_document_new:
 * @error: NOT_FOUND; REFUSED: `which-meeting`, `no-ceremony`, `no-resolution`, `nobody-to-name`, `which-certificate`, `which-letter`, `which-wish`, `no-wishes`, `not-published`
 *
 * Writes a paper from the facts that are entered. Returns: (transfer full)
 */
ZbDocument *zb_document_new (ZbDb *db, const ZbDocumentRequest *request, GError **error);
void zb_document_free (ZbDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDocument, zb_document_free)

const char *zb_document_title (ZbDocument *document);

/** zb_document_name: the name of its kind, as the export log has it. */
const char *zb_document_name (ZbDocument *document);

/** zb_document_count: how many it was made for: cards and entries; other papers are one. */
guint zb_document_count (ZbDocument *document);

/** zb_document_private_fields: Returns: (nullable): names of the private fields that stand in it in full, with commas between */
const char *zb_document_private_fields (ZbDocument *document);

/**
 * zb_document_warning:
 *
 * What should be looked at before it is used: `few-candidates|…`, `not-equal|…`, in the form that zb_words_refused() puts into words.
 *
 * Returns: (nullable)
 */
const char *zb_document_warning (ZbDocument *document);

/** zb_document_paper: lays @document (which must outlive it) out on pages. Returns: (transfer full): for preview, printer and PDF */
ZbPaper *zb_document_paper (ZbDocument *document);

/** zb_document_text: Returns: (transfer full): its words alone, for a file or another program */
char *zb_document_text (ZbDocument *document);

/** ZbDocumentFormat: kinds of files. */
typedef enum {
  ZB_DOCUMENT_PDF,
  ZB_DOCUMENT_TXT,
  ZB_DOCUMENT_DOCX
} ZbDocumentFormat;

/** zb_document_format_from_name: by the end of a file name. */
gboolean zb_document_format_from_name (const char *file_name, ZbDocumentFormat *out_format);

/**
 * zb_document_write:
 * @log: (nullable): the registry that notes it
 * @force: replace an existing file
 * @error: as zb_sheet_write()
 *
 * Writes beside the name, flushes, renames, and notes the export in the registry's export log.
 */
gboolean zb_document_write (ZbDocument *document, ZbDb *log, ZbDocumentFormat format, const char *path, gboolean force, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_ATTACHMENTS_SECTION (zb_attachments_section_get_type ())

/**
 * ZbAttachmentsSection:
 *
 * Photos and papers of a meeting or a wish: chosen or dropped here, looked at, captioned, taken back. They are kept in the
 * registry, small and without what the camera wrote into them. Of a wish it says whether its photos may be shown.
 */
G_DECLARE_FINAL_TYPE (ZbAttachmentsSection, zb_attachments_section, ZB, ATTACHMENTS_SECTION, AdwBin)

GtkWidget *zb_attachments_section_new (ZbRegistry *registry);

/** zb_attachments_section_show: @of: the meeting or the wish kind */
void zb_attachments_section_show (ZbAttachmentsSection *self, const ZbKind *of, gint64 id);

/** zb_attachments_section_add: @paths: (array zero-terminated=1) */
void zb_attachments_section_add (ZbAttachmentsSection *self, const char *const *paths);

/** zb_attachments_section_add_receipt: what was signed for a delivery of the wish that is shown; @paths as above. */
void zb_attachments_section_add_receipt (ZbAttachmentsSection *self, gint64 delivery, const char *const *paths);

/** zb_attachments_section_choose_receipt: asks for the files first. */
void zb_attachments_section_choose_receipt (ZbAttachmentsSection *self, gint64 delivery);

G_END_DECLS

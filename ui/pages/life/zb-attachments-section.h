/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_ATTACHMENTS_SECTION (zb_attachments_section_get_type ())

/**
 * ZbAttachmentsSection:
 *
 * Photos and papers of a meeting: chosen or dropped here, looked at, captioned, taken back. They are kept in the registry, small
 * and without what the camera wrote into them.
 */
G_DECLARE_FINAL_TYPE (ZbAttachmentsSection, zb_attachments_section, ZB, ATTACHMENTS_SECTION, AdwBin)

GtkWidget *zb_attachments_section_new (ZbRegistry *registry);

void zb_attachments_section_show (ZbAttachmentsSection *self, gint64 meeting);

/** zb_attachments_section_add: @paths: (array zero-terminated=1) */
void zb_attachments_section_add (ZbAttachmentsSection *self, const char *const *paths);

G_END_DECLS

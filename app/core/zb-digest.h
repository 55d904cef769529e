/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ZB_DIGEST_SIZE: bytes of a finished digest. */
#define ZB_DIGEST_SIZE 32

/**
 * ZbDigest:
 *
 * SHA-256 (FIPS 180-4). GLib's own is written in plain C; this one uses the instructions that most processors have for it,
 * and an import digests nearly as many bytes as its file holds.
 */
typedef struct _ZbDigest ZbDigest;

/** zb_digest_new: of nothing yet. Returns: (transfer full) */
ZbDigest *zb_digest_new (void);

/** zb_digest_copy: goes on apart from @self. Returns: (transfer full) */
ZbDigest *zb_digest_copy (const ZbDigest *self);

void zb_digest_free (ZbDigest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDigest, zb_digest_free)

void zb_digest_add (ZbDigest *self, const void *data, gsize length);

/** zb_digest_finish: the digest of all that was added; @self begins anew. */
void zb_digest_finish (ZbDigest *self, guint8 out[ZB_DIGEST_SIZE]);

/** zb_digest_finish_text: the same in 64 hexadecimal digits. Returns: (transfer full) */
char *zb_digest_finish_text (ZbDigest *self);

G_END_DECLS

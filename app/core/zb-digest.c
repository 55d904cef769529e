/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-digest.h"

#include <nettle/sha2.h>

struct _ZbDigest
{
  struct sha256_ctx context;
};

G_STATIC_ASSERT (ZB_DIGEST_SIZE == SHA256_DIGEST_SIZE);

ZbDigest *
zb_digest_new (void)
{
  ZbDigest *self = g_new (ZbDigest, 1);

  sha256_init (&self->context);
  return self;
}

ZbDigest *
zb_digest_copy (const ZbDigest *self)
{
  ZbDigest *copy = g_new (ZbDigest, 1);

  *copy = *self;
  return copy;
}

void
zb_digest_free (ZbDigest *self)
{
  g_free (self);
}

void
zb_digest_add (ZbDigest *self, const void *data, gsize length)
{
  sha256_update (&self->context, length, data);
}

void
zb_digest_finish (ZbDigest *self, guint8 out[ZB_DIGEST_SIZE])
{
  sha256_digest (&self->context, ZB_DIGEST_SIZE, out);
}

char *
zb_digest_finish_text (ZbDigest *self)
{
  guint8 bytes[ZB_DIGEST_SIZE];
  char *text = g_malloc (2 * ZB_DIGEST_SIZE + 1);

  zb_digest_finish (self, bytes);
  for (guint i = 0; i < ZB_DIGEST_SIZE; i++)
    {
      text[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
      text[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
    }
  text[2 * ZB_DIGEST_SIZE] = '\0';
  return text;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/uuid.h"

#include <stdint.h>
#include <sys/random.h>

bool
uuid_make(char out[UUID_TEXT], struct error *err)
{
	uint8_t b[16];

	if (getrandom(b, sizeof b, 0) != (ssize_t)sizeof b)
		return error_set(err, "the system gives no random numbers");
	b[6] = (uint8_t)((b[6] & 0x0F) | 0x40);
	b[8] = (uint8_t)((b[8] & 0x3F) | 0x80);
	for (size_t i = 0, at = 0; i < sizeof b; i++) {
		bool dash = i == 4 || i == 6 || i == 8 || i == 10;

		snprintf(out + at, UUID_TEXT - at, "%s%02x", dash ? "-" : "", b[i]);
		at += dash ? 3 : 2;
	}
	return true;
}

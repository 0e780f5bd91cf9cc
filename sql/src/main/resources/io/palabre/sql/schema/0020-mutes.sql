-- SPDX-License-Identifier: Apache-2.0
-- Which mutes are over next.

CREATE INDEX member_muted ON member (muted_until) WHERE muted_until IS NOT NULL;

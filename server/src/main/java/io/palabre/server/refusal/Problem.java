// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.refusal;

import io.palabre.core.Refusal;

/// A refusal as clients meet it: an entry of the core's catalogue with its HTTP status, or one of
/// the few that only the edge has.
///
/// @param code stable, for programs
/// @param title one sentence, for people who read answers
/// @param retryable whether the same request may succeed later
public record Problem(int status, String code, String title, boolean retryable) {
    public static final Problem INVALID_JSON =
            new Problem(400, "invalid_json", "The body is not well-formed JSON.", false);
    public static final Problem BAD_ADDRESS =
            new Problem(400, "bad_address", "The address is malformed.", false);
    public static final Problem UNKNOWN_EVENT =
            new Problem(400, "unknown_event", "There is no such event.", false);
    public static final Problem CROSS_SITE =
            new Problem(
                    403,
                    "cross_site",
                    "A request from another site cannot use the session cookie.",
                    false);
    public static final Problem REGISTRATION_CLOSED =
            new Problem(
                    403,
                    "registration_closed",
                    "New accounts are made by an administrator here.",
                    false);
    public static final Problem DISABLED =
            new Problem(
                    403, "account_disabled", "An administrator has closed this account.", false);
    public static final Problem METHOD_NOT_ALLOWED =
            new Problem(
                    405, "method_not_allowed", "This address does not take this method.", false);
    public static final Problem UNSUPPORTED_MEDIA_TYPE =
            new Problem(415, "unsupported_media_type", "The body must be application/json.", false);
    public static final Problem TOO_SLOW =
            new Problem(408, "too_slow", "The body came too slowly.", true);
    public static final Problem UPLOAD_OFFSET =
            new Problem(409, "upload_offset", "The upload does not stand at this offset.", false);
    public static final Problem UNSUPPORTED_TYPE =
            new Problem(
                    415,
                    "unsupported_type",
                    "Files of this kind are not taken, or it is not what its name says.",
                    false);
    public static final Problem BAD_RANGE =
            new Problem(416, "bad_range", "There are no such bytes in it.", false);
    public static final Problem BAD_MEDIA =
            new Problem(
                    422,
                    "bad_media",
                    "The picture or film is broken, or too large to be shown.",
                    false);
    public static final Problem CHECKSUM_MISMATCH =
            new Problem(
                    422, "checksum_mismatch", "What has arrived is not what was announced.", false);
    public static final Problem RATE_LIMITED =
            new Problem(429, "rate_limited", "Too much in a short time; later it works.", true);
    public static final Problem TOO_MANY_SOCKETS =
            new Problem(
                    429,
                    "too_many_sockets",
                    "There are as many connections already as there may be.",
                    true);
    public static final Problem FAULT =
            new Problem(
                    500, "fault", "Something went wrong here; the server's log says what.", true);

    public static Problem of(Refusal refusal) {
        return new Problem(
                status(refusal), refusal.code(), refusal.sentence(), refusal.retryable());
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case BAD_REQUEST,
                    UNKNOWN_FIELD,
                    SELF_CONVERSATION,
                    SELF_BLOCK,
                    BAD_PRODUCT,
                    TOO_MANY_BLOCKED,
                    TOO_MANY_PINNED,
                    NOT_A_GROUP,
                    TOO_MANY_MEMBERS,
                    BAD_TITLE,
                    BAD_PICTURE,
                    BAD_CLIENT_ID,
                    BAD_MESSAGE_TYPE,
                    BAD_MESSAGE_DATA,
                    EMPTY_MESSAGE,
                    BAD_EMOJI,
                    TOO_MANY_MENTIONS,
                    TOO_MANY_ATTACHMENTS,
                    BAD_TEXT ->
                    400;
            case UNAUTHENTICATED, WRONG_CREDENTIALS -> 401;
            case NOT_ALLOWED, BLOCKED -> 403;
            case NOT_FOUND,
                    PRODUCT_NOT_FOUND,
                    PERSON_NOT_FOUND,
                    MESSAGE_NOT_FOUND,
                    ATTACHMENT_NOT_FOUND ->
                    404;
            case OWNER_REQUIRED,
                    LAST_ADMINISTRATOR,
                    WRONG_SELLER,
                    CID_CONFLICT,
                    MESSAGE_DELETED,
                    TOO_MANY_REACTIONS,
                    TOO_MANY_PINS,
                    EDIT_WINDOW_OVER,
                    DELETE_WINDOW_OVER,
                    USERNAME_TAKEN,
                    EMAIL_TAKEN,
                    SUBJECT_TAKEN ->
                    409;
            case TOO_LARGE, QUOTA -> 413;
            case TOO_MANY_REQUESTS -> 429;
            case TRY_LATER -> 503;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.palabre.core;

/// The catalogue of refusals: everything this product may answer "no" with. The codes are stable,
/// clients translate them; the sentences are for developers.
public enum Refusal {
    BAD_REQUEST("bad_request", "The request could not be understood."),
    UNKNOWN_FIELD("unknown_field", "The request has a field that is not known here."),
    UNAUTHENTICATED("unauthenticated", "Sign in first."),
    WRONG_CREDENTIALS("wrong_credentials", "The name or the password is wrong."),
    NOT_ALLOWED("not_allowed", "This is not yours to do."),
    NOT_FOUND("not_found", "There is no such thing, or none that you may see."),
    PERSON_NOT_FOUND("person_not_found", "There is no such person."),
    MESSAGE_NOT_FOUND("message_not_found", "There is no such message in this conversation."),
    PRODUCT_NOT_FOUND("product_not_found", "There is no such product."),
    WRONG_SELLER("wrong_seller", "This product is sold by somebody else."),
    BAD_PRODUCT("bad_product", "A product has a title, and what else is said of it makes sense."),
    SELF_CONVERSATION("self_conversation", "One may not converse with oneself."),
    SELF_BLOCK("self_block", "One may not block oneself."),
    TOO_MANY_BLOCKED("too_many_blocked", "One may block at most 1,000 people."),
    TOO_MANY_PINNED("too_many_pinned", "One may pin at most 50 conversations."),
    BLOCKED("blocked", "This cannot be delivered."),
    NOT_A_GROUP("not_a_group", "Only groups have members that come and go, and a title."),
    TOO_MANY_MEMBERS("too_many_members", "A group has at most 1,000 members."),
    BAD_TITLE("bad_title", "A title has 1 to 100 characters."),
    BAD_PICTURE(
            "bad_picture",
            "A picture is a path on this server or an https address, of at most 1,000 characters."),
    OWNER_REQUIRED("owner_required", "A group has an owner: it is handed over to another member."),
    LAST_ADMINISTRATOR(
            "last_administrator",
            "Nobody else administers the server: make somebody an administrator first."),
    CID_CONFLICT("cid_conflict", "This client id was already used for something else."),
    BAD_CLIENT_ID("bad_client_id", "A client id has 1 to 64 printable characters."),
    BAD_MESSAGE_TYPE("bad_message_type", "Messages of this type cannot be sent."),
    BAD_MESSAGE_DATA("bad_message_data", "What this message holds does not fit its type."),
    EMPTY_MESSAGE("empty_message", "A message needs a text."),
    ATTACHMENT_NOT_FOUND("attachment_not_found", "There is no such attachment of yours to send."),
    TOO_MANY_ATTACHMENTS("too_many_attachments", "A message carries at most 10 attachments."),
    QUOTA("quota", "This is more than you may upload in one day."),
    BAD_TEXT("bad_text", "The text is not well-formed Unicode."),
    MESSAGE_DELETED("message_deleted", "This message was deleted."),
    BAD_EMOJI("bad_emoji", "A reaction is one emoji."),
    TOO_MANY_REACTIONS(
            "too_many_reactions", "A message is answered with at most 20 different emojis."),
    TOO_MANY_PINS("too_many_pins", "At most 50 messages of a conversation are pinned."),
    TOO_MANY_MENTIONS("too_many_mentions", "A message names at most 50 people."),
    EDIT_WINDOW_OVER("edit_window_over", "It is too late to change this message."),
    DELETE_WINDOW_OVER("delete_window_over", "It is too late to delete this message for all."),
    TOO_LARGE("too_large", "This is larger than allowed."),
    USERNAME_TAKEN("username_taken", "Somebody has this username already."),
    EMAIL_TAKEN("email_taken", "Somebody has this e-mail address already."),
    SUBJECT_TAKEN("subject_taken", "This identity of the host is linked to somebody already."),
    TOO_MANY_REQUESTS("too_many_requests", "Too many requests in a short time.", true),
    TRY_LATER("try_later", "This did not work just now.", true);

    private final String code;
    private final String sentence;
    private final boolean retryable;

    Refusal(String code, String sentence) {
        this(code, sentence, false);
    }

    Refusal(String code, String sentence, boolean retryable) {
        this.code = code;
        this.sentence = sentence;
        this.retryable = retryable;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    /// Whether the same request may succeed later.
    public boolean retryable() {
        return retryable;
    }
}

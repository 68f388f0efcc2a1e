// Generated from services/chat/openapi.json by "npm run generate". Do not edit.

export interface paths {
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's conversations, latest activity first
         * @description Pages are stable: what stays unchanged while one pages is shown exactly once; what changes moves to the top, and is told of by frames.
         */
        get: operations["listConversations"];
        put?: never;
        /**
         * Start a conversation, or find the direct one there is
         * @description With one other member and no title it is the direct conversation of the two, of which there is only one. With several others, or with a title, it is a group, and always new.
         */
        post: operations["startConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One conversation */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in a conversation after a point
         * @description Every entry of the log after `after`, as it happened. The log has no holes: a client that goes on from the last item has missed nothing, changes of old messages included.
         */
        get: operations["listEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All members of a conversation
         * @description In the order in which they joined.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the history
         * @description Without `before` and `after` the latest page. A client that goes on from the last item of a page has missed no message; what else happened is in `GET …/entries`.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send a message, exactly once
         * @description Stored durably before it is answered; the other connections of all members get a `message` frame. Safe to repeat with the same `clientMessageId`.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Read up to a message
         * @description The position never moves backwards and never past the newest message. When it moves, all members' connections get a `read` frame.
         */
        put: operations["markRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to upload an image
         * @description Answers with a request to the image store that takes exactly these bytes. Once it is made, the image may be sent with a message, by its uploader and any number of times. Of the upload only pixels, animation, colour profile and orientation are stored. An image that is not sent within a day is deleted.
         */
        post: operations["uploadImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images/{imageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where an image can be read
         * @description For the members of the conversations that hold it, and its uploader. Redirects, or, where `Accept` has `application/json`, answers with a link that is good for a few minutes.
         */
        get: operations["showImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is online
         * @description Of people the caller shares a conversation with; all others are left out. Changes come as `presence` frames.
         */
        get: operations["getPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A conversation as one of its members sees it. */
        Conversation: {
            /**
             * Format: int64
             * @description Messages up to this seq have reached all other members.
             */
            deliveredToAllSeq: number;
            id: string;
            kind: components["schemas"]["Kind"];
            lastMessage: components["schemas"]["Message"] | null;
            /**
             * Format: int64
             * @description The seq of the newest message; 0 while there is none.
             */
            lastSeq: number;
            /**
             * Format: int32
             * @description How many members it has, the caller too.
             */
            memberCount: number;
            /** @description At most 20. All members of a conversation of up to 20, the one who started it first. Of a larger group the caller, the most recent speakers, and others of the first members. */
            members: components["schemas"]["Member"][];
            mine: components["schemas"]["Mine"];
            /**
             * Format: int64
             * @description All other members have read up to this seq.
             */
            readByAllSeq: number;
            /** @description Null when it was started without one. */
            title: string | null;
            /**
             * Format: int64
             * @description How many messages others sent after the caller's readSeq.
             */
            unread: number;
            /**
             * Format: date-time
             * @description The latest activity; lists are sorted by it.
             */
            updatedAt: string;
        };
        ConversationPage: {
            /** @description Latest activity first. */
            items: components["schemas"]["Conversation"][];
            /** @description To be handed back as `after`; null on the last page. */
            next: string | null;
        };
        /** @description An entry of a conversation's log. `type` says what else it has: `message` alone, so far; ignore types that you do not know. */
        Entry: {
            /** Format: date-time */
            at: string;
            /** @description The user who did it. */
            by: string;
            message: components["schemas"]["Message"];
            /**
             * Format: int64
             * @description The number of the entry: 1, 2, 3 … without holes.
             */
            seq: number;
            /** @enum {string} */
            type: "message";
        };
        EntryPage: {
            /** @description Whether the log goes on after this page. */
            hasMore: boolean;
            /** @description Ascending by seq, without holes. */
            items: components["schemas"]["Entry"][];
        };
        FieldError: {
            detail: string;
            field: string;
        };
        Image: {
            /** Format: int64 */
            bytes: number;
            contentType: string;
            /** Format: int32 */
            height: number;
            id: string;
            /** Format: int32 */
            width: number;
        };
        ImageLink: {
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: uri
             * @description A secret until it expires.
             */
            url: string;
        };
        ImageUpload: {
            imageId: string;
            upload: components["schemas"]["UploadTarget"];
        };
        /** @enum {string} */
        Kind: "direct" | "group";
        MarkRead: {
            /**
             * Format: int64
             * @description The last message read. Past the newest means the newest; before the position means nothing.
             * @example 17
             */
            seq: number;
        };
        Member: {
            /**
             * Format: int64
             * @description Messages up to this seq have reached one of the member's devices.
             */
            deliveredSeq: number;
            /**
             * Format: int64
             * @description The member sees what follows this seq; 0 for members from the start.
             */
            joinedSeq: number;
            /** Format: date-time */
            lastSeenAt: string | null;
            name: string;
            online: boolean;
            /**
             * Format: int64
             * @description The member has read up to this seq.
             */
            readSeq: number;
            /** @description A group has one owner. Both members of a direct conversation are members. */
            role: components["schemas"]["Role"];
            userId: string;
        };
        MemberPage: {
            /** @description In the order in which they joined. */
            items: components["schemas"]["Member"][];
            /** @description To be handed back as `after`; null on the last page. */
            next: string | null;
        };
        /** @description A message. Text, image, or both. */
        Message: {
            /** Format: uuid */
            clientMessageId: string;
            conversationId: string;
            id: string;
            image: components["schemas"]["Image"] | null;
            senderId: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: int64 */
            seq: number;
            text: string | null;
        };
        MessagePage: {
            /** @description Whether there are more beyond this page: newer ones with `after`, else older ones. */
            hasMore: boolean;
            /** @description Ascending by seq. */
            items: components["schemas"]["Message"][];
        };
        /** @description The caller's own settings of the conversation. Other members do not see them. */
        Mine: {
            archived: boolean;
            markedUnread: boolean;
            /** Format: date-time */
            mutedUntil: string | null;
            pinned: boolean;
        };
        Presence: {
            /**
             * Format: date-time
             * @description When he left last; null while he is here, and when he never was.
             */
            lastSeenAt: string | null;
            /** @description Whether at least one of his devices is connected. */
            online: boolean;
            userId: string;
        };
        PresenceList: {
            /** @description In the order in which they were asked for. */
            items: components["schemas"]["Presence"][];
        };
        /** @description RFC 9457. `code` is a stable word for programs; new ones may come. */
        Problem: {
            /**
             * @description - `bad_request`: The request or frame is malformed; `errors` says which part of it.
             *     - `unauthorized`: Not signed in, or the access token is not good (any more).
             *     - `forbidden`: Known, but not yours to do.
             *     - `not_found`: There is no such path.
             *     - `method_not_allowed`: The path has no such method.
             *     - `not_acceptable`: None of the media types that are accepted can be had.
             *     - `conflict`: It contradicts what is there already.
             *     - `too_large`: The body is larger than is taken.
             *     - `uri_too_long`: The address is longer than is taken.
             *     - `unsupported_media_type`: The body is of a media type that is not taken.
             *     - `unprocessable`: Understood, but refused.
             *     - `too_many_requests`: Too often.
             *     - `headers_too_large`: The headers are larger than is taken.
             *     - `unavailable`: Something that is needed is away. Try again after `Retry-After`.
             *     - `internal`: Something went wrong here. Trying again is safe.
             *     - `foreign_origin`: Asked for by another site's page.
             *     - `rate_limited`: More often than is allowed. Try again after `Retry-After`.
             *     - `otp_invalid`: The code is wrong, expired, used or unknown: one and the same answer.
             *     - `otp_locked`: Too many wrong tries; ask for a new code after `Retry-After`.
             *     - `mail_unavailable`: The mail with the code could not be sent off; nothing is stored.
             *     - `session_expired`: There is no refresh token, or none that is still good: sign in again.
             *     - `session_revoked`: The refresh token had been used before, so its session was ended: sign in again.
             *     - `session_not_found`: There is no such session of yours.
             *     - `session_ended`: The token's session is over.
             *     - `other_session`: The token belongs to another session than the connection.
             *     - `user_not_found`: There is no such person.
             *     - `conversation_not_found`: There is no such conversation of yours.
             *     - `only_yourself`: A conversation needs somebody else.
             *     - `too_many_members`: A group has at most 1,000 members.
             *     - `conversation_busy`: Too many messages at once in this conversation.
             *     - `image_not_found`: There is no such image of yours, or it was never uploaded.
             *     - `image_too_large`: More bytes than an image may have.
             *     - `image_type_not_supported`: Not one of jpeg, png, webp and gif.
             *     - `image_size_mismatch`: The upload was not as long as was declared, and is deleted.
             *     - `image_type_mismatch`: The upload was not an image of the declared type, and is deleted.
             *     - `image_malformed`: The upload was not a well-formed image, and is deleted.
             *     - `image_dimensions`: The image had no extent or more pixels a side than are taken, and is deleted.
             *     - `images_unavailable`: The store of images is away; everything else goes on.
             *     - `unknown_type`: Frames of this type are not known here.
             *     - `restarting`: This server restarts. Connect anew.
             *     - `busy`: Too much at once.
             *     - `store_unavailable`: The database is away.
             *     - `store_slow`: The database did not answer in time. Trying again with the same `clientMessageId` is safe.
             *     - `keys_unavailable`: The keys that tokens are verified with are away.
             *     - `user_service_unavailable`: The user service is away.
             * @enum {string}
             */
            code: "bad_request" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "not_acceptable" | "conflict" | "too_large" | "uri_too_long" | "unsupported_media_type" | "unprocessable" | "too_many_requests" | "headers_too_large" | "unavailable" | "internal" | "foreign_origin" | "rate_limited" | "otp_invalid" | "otp_locked" | "mail_unavailable" | "session_expired" | "session_revoked" | "session_not_found" | "session_ended" | "other_session" | "user_not_found" | "conversation_not_found" | "only_yourself" | "too_many_members" | "conversation_busy" | "image_not_found" | "image_too_large" | "image_type_not_supported" | "image_size_mismatch" | "image_type_mismatch" | "image_malformed" | "image_dimensions" | "images_unavailable" | "unknown_type" | "restarting" | "busy" | "store_unavailable" | "store_slow" | "keys_unavailable" | "user_service_unavailable";
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            status: number;
            title: string;
            type: string;
        };
        /** @enum {string} */
        Role: "owner" | "admin" | "member";
        /** @description Text, image, or both. */
        SendMessage: {
            /**
             * Format: uuid
             * @description Chosen by the client. The same again in this conversation, in either case, is the same message. Answers have it in lower case.
             * @example 0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a
             */
            clientMessageId: string;
            /** @description An uploaded image of the sender; see `POST /api/v1/images`. */
            imageId?: string | null;
            /**
             * @description 1 to 4,000 characters after trimming.
             * @example Soup?
             */
            text?: string | null;
        };
        StartConversation: {
            /**
             * @description Everybody else. Repetitions, and the caller among them, do no harm.
             * @example [
             *       "0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e"
             *     ]
             */
            memberIds: string[];
            /**
             * @description With a title it is a group. 1 to 80 characters after trimming.
             * @example Lunch
             */
            title?: string | null;
        };
        /** @description What is going to be uploaded. */
        UploadImage: {
            /**
             * Format: int64
             * @description How many bytes exactly.
             * @example 183204
             */
            bytes: number;
            /**
             * @example image/webp
             * @enum {string}
             */
            contentType: "image/jpeg" | "image/png" | "image/webp" | "image/gif";
        };
        /** @description One request, to be made exactly so, without an access token. */
        UploadTarget: {
            /** Format: date-time */
            expiresAt: string;
            /** @description Headers the request must have. */
            headers: {
                [key: string]: string;
            };
            /** @example PUT */
            method: string;
            /**
             * Format: uri
             * @description A secret until it expires.
             */
            url: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listConversations: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description How many at most; 100 is the most there is. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that is needed is away: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartConversation"];
            };
        };
        responses: {
            /** @description The direct conversation that is there already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description It is new. All members' connections get a `conversation` frame. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: somebody in `memberIds` does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `only_yourself`: there is nobody else in it. `too_many_members`: more than 1,000. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: to be repeated after `Retry-After`. A group counts once more for every 30 members. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that is needed is away: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: there is none, or none that the caller is in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that is needed is away: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description The seq of the last entry that is known; 0 for all. */
                after?: number;
                /** @description How many at most; 100 is the most there is. */
                limit?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPage"];
                };
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: there is none, or none that the caller is in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that is needed is away: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description How many at most; 100 is the most there is. */
                limit?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: there is none, or none that the caller is in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that is needed is away: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description The oldest messages with a higher seq. */
                after?: number;
                /** @description The newest messages with a lower seq. Not together with `after`. */
                before?: number;
                /** @description How many at most; 100 is the most there is. */
                limit?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: there is none, or none that the caller is in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that is needed is away: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessage"];
            };
        };
        responses: {
            /** @description Stored before under this `clientMessageId`: the first message, whatever this one says. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Stored now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: there is none, or none that the caller is in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image_not_found`: no such image, not the sender's, or not uploaded. The upload was rejected and deleted because of its length (`image_size_mismatch`), its type (`image_type_mismatch`), its form (`image_malformed`), or its extent (`image_dimensions`). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: to be repeated after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `store_slow`, `conversation_busy`, and with an image `images_unavailable`: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkRead"];
            };
        };
        responses: {
            /** @description Read. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: there is none, or none that the caller is in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that is needed is away: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadImage"];
            };
        };
        responses: {
            /** @description To be uploaded now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageUpload"];
                };
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image_too_large`: more than 10 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image_type_not_supported`: neither jpeg, png, webp nor gif; or the body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: too many uploads; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `images_unavailable`: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A link, for those who accept `application/json`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageLink"];
                };
            };
            /** @description To the image, for everybody else. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image_not_found`: there is none that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: too many looks at own uploads that were never sent; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `images_unavailable`: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPresence: {
        parameters: {
            query: {
                /** @description Their ids, separated by commas; at most 100. */
                userIds: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those of them who are the caller's business. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceList"];
                };
            };
            /** @description Malformed; `errors` says which part. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is not good any more. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that is needed is away: to be repeated after `Retry-After`. */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

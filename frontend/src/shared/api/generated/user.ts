// Generated from services/user/openapi.json by "npm run generate". Do not edit.

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that verify access tokens, as a JWK set (RFC 7517) */
        get: operations["getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends this session everywhere */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a six-digit code to an address */
        post: operations["requestOtp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with the mailed code; the first sign-in creates the account */
        post: operations["verifyOtp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues a new access token and rotates the refresh cookie */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the caller's sessions, latest first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of the caller's sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds users by the words of their name or by exact e-mail address */
        get: operations["searchUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gets a user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gets the URL of a user's photo
         * @description For signed-in users whom this user has not blocked. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`. The answer may be kept for half of its life. `avatar_not_found`: no photo, no such user, or the caller may not see it.
         */
        get: operations["getAvatar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller, with e-mail address */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Deletes the caller's account
         * @description Takes a code that `POST /api/v1/auth/otp` has mailed to the caller's address. All sessions end; address, name and search entry are erased at once. Messages stay, with the sender `Deleted account`. Signing in again makes a new account.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /** Changes the caller's name, about and settings; others see name and about live */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/api/v1/users/me/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets the caller's photo
         * @description The body is the photo: a square of at most 512 by 512 pixels and 1 MiB, which the client has cropped and scaled. Stored with the same pixels, and without metadata. Others see it live. `avatar_not_square`: crop and scale it before the upload. `image_type_mismatch`, `image_malformed`, `image_dimensions`: choose another file.
         */
        put: operations["setAvatar"];
        post?: never;
        /** Removes the caller's photo, and deletes it */
        delete: operations["removeAvatar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the users whom the caller has blocked, the last one first */
        get: operations["listBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/blocks/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Blocks a user
         * @description The user no longer finds the caller, sees the caller offline without receipts and typing, and cannot make a group with the caller. Safe to repeat.
         */
        put: operations["blockUser"];
        post?: never;
        /** Unblocks a user */
        delete: operations["unblockUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes the caller's e-mail address
         * @description Takes a code that `POST /api/v1/auth/otp` has mailed to the new address. The former address gets a notice, and all other sessions end.
         */
        put: operations["changeEmail"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads to the page of the web app that switches off mails about missed messages */
        get: operations["showUnsubscribe"];
        put?: never;
        /**
         * Switches off mails about missed messages, without sign-in (RFC 8058)
         * @description The body is not read. Safe to repeat. An unknown token gets the same answer.
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profiles by id, or all of them page by page */
        get: operations["listProfiles"];
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
        /** @description A photo. Another photo has another URL. */
        Avatar: {
            /**
             * @description Path at this origin, for a GET with the access token: a redirect, or with `Accept: application/json` the URL to load.
             * @example /api/v1/users/0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e/avatar?v=6f1c.webp
             */
            url: string;
        };
        Challenge: {
            /** @description To be sent back with the code */
            challengeId: string;
            /**
             * Format: int64
             * @example 300
             */
            expiresInSeconds: number;
            /**
             * Format: int64
             * @example 60
             */
            resendAfterSeconds: number;
        };
        /** @description What is missing stays as it is */
        ChangeProfile: {
            /**
             * @description At most 140 characters after trimming; null or empty removes it
             * @example Analyst, metaphysician
             */
            about?: string | null;
            /**
             * @description 1 to 50 characters after trimming
             * @example Ada Lovelace
             */
            name?: string;
            settings?: components["schemas"]["ChangeSettings"];
        };
        /** @description What is missing stays as it is */
        ChangeSettings: {
            lastSeen?: boolean;
            missedMail?: components["schemas"]["MissedMail"];
            readReceipts?: boolean;
        };
        DeleteAccount: {
            /** @example 0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e */
            challengeId: string;
            /**
             * @description Decimal digits of any script
             * @example 482913
             */
            otp: string;
        };
        FieldError: {
            detail: string;
            field: string;
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
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        Me: {
            /** @description 1 to 140 characters; null without a text */
            about: string | null;
            /** @description Null without one */
            avatar: ((components["schemas"]["Avatar"] | null) | null) | components["schemas"]["Avatar"] | null;
            createdAt: components["schemas"]["Instant"];
            /** @description Visible to its owner only */
            email: string;
            id: string;
            /** @description 1 to 50 characters */
            name: string;
            /** @description Visible to their owner only */
            settings: components["schemas"]["Settings"];
        };
        /** @enum {string} */
        MissedMail: "off" | "hourly";
        MissedMailTo: {
            address?: string;
            unsubscribeToken?: string;
        };
        OtpRequest: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
        };
        PageProfileView: {
            items: components["schemas"]["Profile"][];
            next: string | null;
        };
        PageSessionView: {
            items: components["schemas"]["Session"][];
            next: string | null;
        };
        PageUserView: {
            items: components["schemas"]["User"][];
            next: string | null;
        };
        /** @description RFC 9457. `code` is a stable identifier for programs; new ones may be added. */
        Problem: {
            /**
             * @description - `bad_request`: The request or frame is malformed. `errors` lists the invalid fields; correct them.
             *     - `unauthorized`: Not signed in, or the access token is invalid or expired. Refresh it or sign in.
             *     - `forbidden`: The caller may not do this.
             *     - `not_found`: The path does not exist.
             *     - `method_not_allowed`: The path does not support this method.
             *     - `not_acceptable`: None of the media types in `Accept` is available.
             *     - `conflict`: The request conflicts with the current state.
             *     - `too_large`: The body exceeds the size limit.
             *     - `uri_too_long`: The URI exceeds the length limit.
             *     - `unsupported_media_type`: The media type of the body is not supported.
             *     - `unprocessable`: The request is well-formed, but cannot be executed.
             *     - `too_many_requests`: Too many requests. Try again shortly; `Retry-After` says when.
             *     - `headers_too_large`: The headers exceed the size limit.
             *     - `unavailable`: A backing service is unavailable. Try again shortly; `Retry-After` says when.
             *     - `internal`: An unexpected error occurred. Retrying is safe.
             *     - `foreign_origin`: The request comes from a page of another origin.
             *     - `rate_limited`: A rate limit is exceeded. Try again after `Retry-After`.
             *     - `otp_invalid`: The code is wrong, expired, used or unknown. Check it, or request a new one.
             *     - `otp_locked`: Too many wrong tries. Request a new code after `Retry-After`.
             *     - `mail_unavailable`: The mail could not be queued and nothing is stored. Request a code again.
             *     - `session_expired`: The refresh token is missing or expired. Sign in again.
             *     - `session_revoked`: The refresh token was used before, so its session has been ended. Sign in again.
             *     - `session_not_found`: The caller has no such session.
             *     - `session_ended`: The session of the access token has ended. Sign in again.
             *     - `other_session`: The access token belongs to another session than the connection.
             *     - `user_not_found`: The user does not exist.
             *     - `email_taken`: The e-mail address belongs to another account.
             *     - `blocks_yourself`: A user cannot block himself.
             *     - `too_many_blocks`: A user can block at most 500 others. Unblock one first.
             *     - `conversation_not_found`: The conversation does not exist, or the caller is not a member.
             *     - `only_yourself`: A conversation needs at least one other member.
             *     - `too_many_members`: The group has, or would have, too many members.
             *     - `too_many_pinned`: At most 20 conversations can be pinned. Unpin one first.
             *     - `not_a_group`: The conversation is direct: its members and title cannot be changed.
             *     - `not_an_admin`: Only admins and the owner of the group may do this.
             *     - `not_the_owner`: Only the owner of the group may do this.
             *     - `owner_stays`: The owner cannot be removed, nor give up the role but by making another member the owner.
             *     - `member_not_found`: The user is not a member of the group.
             *     - `member_unavailable`: One of the users cannot be added to the group.
             *     - `message_deleted`: The message is deleted.
             *     - `too_late`: The message was sent more than 24 hours ago.
             *     - `emoji_not_supported`: The reaction is not one fully-qualified emoji of Unicode's list.
             *     - `too_many_reactions`: The message has 20 different reactions. Use one of them.
             *     - `conversation_busy`: Too many concurrent messages in this conversation. Try again after `Retry-After`.
             *     - `image_not_found`: The image does not exist for the caller, or has not been uploaded.
             *     - `image_too_large`: The image exceeds the size limit.
             *     - `image_type_not_supported`: The type is none of jpeg, png, webp and gif.
             *     - `image_size_mismatch`: The length of the upload differs from the declared one. The upload is deleted.
             *     - `image_type_mismatch`: The type of the upload differs from the declared one. The upload is deleted.
             *     - `image_malformed`: The upload is not a well-formed image, and is deleted.
             *     - `image_dimensions`: The image has no extent or too many pixels a side, and is deleted.
             *     - `file_not_found`: The file does not exist for the caller, or has not been uploaded.
             *     - `file_too_large`: The file exceeds the size limit.
             *     - `file_size_mismatch`: The length of the upload differs from the declared one. The upload is deleted.
             *     - `file_incomplete`: Parts of the file are not uploaded. Upload them, and complete the upload again.
             *     - `voice_not_found`: The voice message does not exist for the caller, or has not been uploaded.
             *     - `voice_too_large`: The voice message exceeds the limit of its size or duration.
             *     - `voice_type_not_supported`: The type is none of `audio/webm`, `audio/ogg` and `audio/mp4`.
             *     - `voice_size_mismatch`: The length of the upload differs from the declared one. The upload is deleted.
             *     - `voice_type_mismatch`: The upload is not a recording of the declared type: WebM or Ogg with Opus, or MP4 with AAC. It is deleted.
             *     - `storage_full`: The caller's storage is full. Delete messages with files, images or voice messages to make room.
             *     - `images_unavailable`: The store of images, files and voice messages is unavailable. Send text only, or try again after `Retry-After`.
             *     - `avatar_not_found`: The user or group has no photo, or the caller may not see it.
             *     - `avatar_not_square`: The photo is not a square, or has more than 512 pixels a side. Crop and scale it before the upload.
             *     - `invite_not_found`: The caller has no such invite.
             *     - `invite_gone`: The invite was used up, has expired or was revoked, or never existed. Ask for a new one.
             *     - `own_invite`: The invite is the caller's own. Send it to someone else.
             *     - `too_many_invites`: Too many of the caller's invites are open. Revoke one first.
             *     - `message_not_found`: The message does not exist, or the caller may not read it.
             *     - `push_off`: Push notifications are not set up on this server.
             *     - `push_endpoint`: The endpoint of the subscription is not an https URL on a public address.
             *     - `unknown_type`: The frame type is unknown.
             *     - `restarting`: This replica is shutting down. Reconnect.
             *     - `busy`: Too many requests in progress. Try again after `Retry-After`.
             *     - `store_unavailable`: The database is unavailable. Try again after `Retry-After`.
             *     - `store_slow`: The database did not respond in time. Retrying with the same `clientMessageId` is safe.
             *     - `keys_unavailable`: The keys that verify tokens are unavailable. Try again after `Retry-After`.
             *     - `user_service_unavailable`: The user service is unavailable. Try again after `Retry-After`.
             * @enum {string}
             */
            code: "bad_request" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "not_acceptable" | "conflict" | "too_large" | "uri_too_long" | "unsupported_media_type" | "unprocessable" | "too_many_requests" | "headers_too_large" | "unavailable" | "internal" | "foreign_origin" | "rate_limited" | "otp_invalid" | "otp_locked" | "mail_unavailable" | "session_expired" | "session_revoked" | "session_not_found" | "session_ended" | "other_session" | "user_not_found" | "email_taken" | "blocks_yourself" | "too_many_blocks" | "conversation_not_found" | "only_yourself" | "too_many_members" | "too_many_pinned" | "not_a_group" | "not_an_admin" | "not_the_owner" | "owner_stays" | "member_not_found" | "member_unavailable" | "message_deleted" | "too_late" | "emoji_not_supported" | "too_many_reactions" | "conversation_busy" | "image_not_found" | "image_too_large" | "image_type_not_supported" | "image_size_mismatch" | "image_type_mismatch" | "image_malformed" | "image_dimensions" | "file_not_found" | "file_too_large" | "file_size_mismatch" | "file_incomplete" | "voice_not_found" | "voice_too_large" | "voice_type_not_supported" | "voice_size_mismatch" | "voice_type_mismatch" | "storage_full" | "images_unavailable" | "avatar_not_found" | "avatar_not_square" | "invite_not_found" | "invite_gone" | "own_invite" | "too_many_invites" | "message_not_found" | "push_off" | "push_endpoint" | "unknown_type" | "restarting" | "busy" | "store_unavailable" | "store_slow" | "keys_unavailable" | "user_service_unavailable";
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            status: number;
            title: string;
            type: string;
        };
        Profile: {
            about: string | null;
            /** @description The version of the photo; null without one */
            avatar: string | null;
            /** @description Ids of the users whom this user has blocked */
            blocked: string[];
            createdAt: components["schemas"]["Instant"];
            /** @description Whether the account was deleted */
            deleted: boolean;
            id: string;
            /** @description Null if the user wants no mails about missed messages */
            missedMailTo: ((components["schemas"]["MissedMailTo"] | null) | null) | components["schemas"]["MissedMailTo"] | null;
            /** @description Empty if the account was deleted */
            name: string;
            settings: components["schemas"]["Settings"];
            /**
             * Format: int64
             * @description Increases with every change
             */
            version: number;
        };
        Session: {
            createdAt: components["schemas"]["Instant"];
            /** @description Whether this is the session of the request */
            current: boolean;
            /**
             * @description A short name of the device
             * @example Firefox on Windows
             */
            device: string;
            id: string;
            /** @description When its access token was last refreshed */
            lastUsedAt: components["schemas"]["Instant"];
            /** @description IPv4 address or IPv6 /64 of the last use */
            network: string;
            /** @description The User-Agent header, at most 200 characters; may be empty */
            userAgent: string;
        };
        Settings: {
            /** @description Whether times of last seen are exchanged with others, both ways */
            lastSeen: boolean;
            /** @description Whether a mail reports messages missed while offline for an hour */
            missedMail: components["schemas"]["MissedMail"];
            /** @description Whether read receipts are exchanged with others, both ways */
            readReceipts: boolean;
        };
        SignedIn: {
            /** @description A JWT, for Authorization: Bearer */
            accessToken: string;
            /**
             * Format: int64
             * @example 900
             */
            expiresInSeconds: number;
            /** @example Bearer */
            tokenType: string;
            user: components["schemas"]["User"];
        };
        User: {
            /** @description 1 to 140 characters; null without a text */
            about: string | null;
            /** @description Null without one */
            avatar: ((components["schemas"]["Avatar"] | null) | null) | components["schemas"]["Avatar"] | null;
            createdAt: components["schemas"]["Instant"];
            id: string;
            /** @description 1 to 50 characters */
            name: string;
        };
        VerifyRequest: {
            /** @example 0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e */
            challengeId: string;
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /**
             * @description Decimal digits of any script
             * @example 482913
             */
            otp: string;
        };
    };
    responses: {
        /** @description The request conflicts with the current state */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request comes from a page of another origin */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request is malformed; errors lists the invalid fields */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 64 KiB; a photo, than 1 MiB */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        TooMany: {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not signed in, or the credentials are invalid or expired */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A backing service is unavailable */
        Unavailable: {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request is well-formed, but cannot be executed */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not application/json; a photo, none of jpeg, png and webp */
        Unsupported: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cacheable; fetch again for an unknown kid */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "application/jwk-set+json": Record<string, never>;
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                natter_refresh?: string;
            };
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
        };
    };
    requestOtp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                /** @description Set by an earlier sign-in: a known browser has its own limits for the address */
                natter_device?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtpRequest"];
            };
        };
        responses: {
            /** @description The mail is queued, whether or not there is an account */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            400: components["responses"]["Malformed"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyOtp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                /** @description Set by an earlier sign-in: a known browser has its own limits for the address */
                natter_device?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyRequest"];
            };
        };
        responses: {
            /** @description Signed in, with the refresh cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random key, kept until the response has arrived. The same cookie with the same key gets the same new cookie, however late, until that one is used; without the key, a repeated cookie ends the session. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: {
                natter_refresh?: string;
            };
        };
        requestBody?: never;
        responses: {
            /** @description Signed in, with a new cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description `next` of the previous page */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sessions that have not ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageSessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended; no service accepts its tokens */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchUsers: {
        parameters: {
            query?: {
                /** @description `next` of the previous page */
                after?: string;
                limit?: number;
                /** @description Every word must be a prefix of a word of the name, or a substring for scripts without spaces; case, accents and width are ignored. Or one exact e-mail address */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ordered by name; empty for an empty query */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageUserView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAvatar: {
        parameters: {
            query?: {
                /** @description The version in `avatar.url`, for caches; always answered with the present photo */
                v?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The URL, when `application/json` is accepted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageLink"];
                };
            };
            /** @description Redirect to the photo */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Unauthorized"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteAccount"];
            };
        };
        responses: {
            /** @description The account is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProfile"];
            };
        };
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    setAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller has no photo */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                /** @description `next` of the previous page */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 500 over all pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageUserView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            503: components["responses"]["Unavailable"];
        };
    };
    blockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is blocked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    unblockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is not blocked, or does not exist */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyRequest"];
            };
        };
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    showUnsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page; nothing is changed */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mails are off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProfiles: {
        parameters: {
            query?: {
                after?: string;
                /** @description At most 100 ids, separated by commas; unknown ids are left out */
                ids?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ordered by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageProfileView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            503: components["responses"]["Unavailable"];
        };
    };
}

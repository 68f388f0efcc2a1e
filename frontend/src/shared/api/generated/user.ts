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
        /** Signs in with the mailed code; the first time makes the account */
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
        /** A new access token, for the refresh cookie, which is replaced */
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
        /** One's signed-in devices, the latest first */
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
        /** Signs one of one's devices out */
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
        /** Finds others by the words of their name or by exact address */
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
        /** Somebody */
        get: operations["getUser"];
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
        /** Oneself, with one's e-mail address */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Takes another name; others see it at once */
        patch: operations["renameMe"];
        trace?: never;
    };
    "/internal/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profiles by their ids, or page by page all of them */
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
        Challenge: {
            /** @description To be handed back with the code */
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
        FieldError: {
            detail: string;
            field: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        Me: {
            createdAt: components["schemas"]["Instant"];
            /** @description Shown to its owner alone */
            email: string;
            id: string;
            /** @description 1 to 50 characters */
            name: string;
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
        Profile: {
            createdAt: components["schemas"]["Instant"];
            id: string;
            name: string;
            /**
             * Format: int64
             * @description Counts up with every change; the higher one is the newer one
             */
            version: number;
        };
        RenameRequest: {
            /**
             * @description 1 to 50 characters after trimming
             * @example Ada Lovelace
             */
            name: string;
        };
        Session: {
            createdAt: components["schemas"]["Instant"];
            /** @description Whether it is the one that asks */
            current: boolean;
            /**
             * @description A few words for the device
             * @example Firefox on Windows
             */
            device: string;
            id: string;
            /** @description When its access token was last renewed */
            lastUsedAt: components["schemas"]["Instant"];
            /** @description IPv4 address or IPv6 /64 of its last use */
            network: string;
            /** @description As the device named itself, at most 200 characters; may be empty */
            userAgent: string;
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
             * @description Decimal digits of other scripts are taken as well
             * @example 482913
             */
            otp: string;
        };
    };
    responses: {
        /** @description Not from Natter's own pages */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request is malformed; errors names its parts */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 64 KiB */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too often */
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
        /** @description Not signed in, or what was shown is not good (any more) */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something that is needed is away */
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
        /** @description The body is not application/json */
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
            /** @description Cacheable; a kid that is missing may be asked for again */
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
            /** @description It is over, if it was not before */
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
                /** @description Set by an earlier sign-in: this browser has limits of its own for that address */
                natter_device?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtpRequest"];
            };
        };
        responses: {
            /** @description The mail is on its way, whether or not there is an account */
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
                /** @description Set by an earlier sign-in: this browser has limits of its own for that address */
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
                /** @description A random key, kept until the answer has come. The same cookie with the same key gets the same new cookie, however late, until that one is used; without the key, a cookie that comes again ends the session. */
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
                /** @description The cursor next of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The live ones */
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
            /** @description It is over, and no service takes its tokens */
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
                /** @description The cursor next of the page before */
                after?: string;
                limit?: number;
                /** @description Words: each has to begin a word of the name, or stand in it where a script has no spaces. Without regard to case, accents and width. Or one e-mail address */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of names; nobody for an empty query */
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
            /** @description Somebody */
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
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oneself */
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
    renameMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameRequest"];
            };
        };
        responses: {
            /** @description Oneself, renamed */
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
            503: components["responses"]["Unavailable"];
        };
    };
    listProfiles: {
        parameters: {
            query?: {
                after?: string;
                /** @description At most 100 ids, separated by commas; unknown ones are left out */
                ids?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of ids */
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

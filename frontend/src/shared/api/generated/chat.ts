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
         * The caller's conversations, pinned first, then latest activity first
         * @description Pages are stable: conversations that do not change meanwhile appear exactly once. One with a new message moves to the top, and one that is pinned, unpinned or archived meanwhile may appear twice or not at all; frames announce the change.
         */
        get: operations["listConversations"];
        put?: never;
        /**
         * Start a conversation, or get the existing direct one
         * @description With one other member and no title, this is the one direct conversation of the two. With several others, or with a title, it is a new group.
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
        /**
         * Give a group another title
         * @description For admins. All members' connections get an `entry` frame. The same title again changes nothing.
         */
        patch: operations["renameGroup"];
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the URL of a group's photo
         * @description For members. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`. The answer may be kept for half of its life.
         */
        get: operations["showGroupAvatar"];
        /**
         * Set the photo of a group
         * @description For admins. The body is the photo: a square of at most 512 by 512 pixels and 1 MiB, which the client has cropped and scaled. Stored with the same pixels, and without metadata. Members who are online get a `conversation` frame.
         */
        put: operations["setGroupAvatar"];
        post?: never;
        /**
         * Remove the photo of a group
         * @description For admins. Members who are online get a `conversation` frame. 204 also without a photo.
         */
        delete: operations["removeGroupAvatar"];
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
         * Entries of a conversation after a position
         * @description Every entry of the log after `after`, in order. The log has no holes: a client that continues from the last item misses nothing, changes of old messages included. For a member who was added later the log begins with the entry that did it, `joinedSeq`: with a lower `after` it is the first item.
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
        /**
         * Add members to a group
         * @description For admins. New members see the log from the entry that adds them on, and get a `conversation` frame; all members get an `entry` frame. Members already are ignored: when all are, nothing changes.
         */
        post: operations["addMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member from a group, or leave it
         * @description Admins remove others; every member may leave. A user who is no member any more sees nothing of the group from that entry on, and gets a `left` frame; the others get an `entry` frame. When the owner leaves, the admin who has been in the group longest becomes the owner, else the member who has: an entry of its own before the one of leaving.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/members/{userId}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a member of a group a role
         * @description For the owner, who hands the group over with `owner` and is an admin from then on. All members get an `entry` frame.
         */
        put: operations["setRole"];
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
         * @description Without `before` and `after`, the latest page. A client that continues from the last item of a page misses no message; other changes are in `GET …/entries`.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send a message, exactly once
         * @description The message is stored durably before the response; the other connections of all members get a `message` frame. Safe to repeat with the same `clientMessageId`.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a message for everyone
         * @description An own one; in a group its owner and admins delete any. Text and attachment are removed for good; the entry stays. All connections of all members get an `entry` frame.
         */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        /**
         * Edit an own message
         * @description Within 24 hours. All connections of all members get an `entry` frame. The same text again changes nothing.
         */
        patch: operations["editMessage"];
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/messages/{messageId}/reactions/{emoji}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * React to a message
         * @description With one fully-qualified emoji, percent-encoded. All connections of all members get an `entry` frame; a repeat changes nothing.
         */
        put: operations["addReaction"];
        post?: never;
        /**
         * Take a reaction back
         * @description All connections of all members get an `entry` frame; a repeat changes nothing.
         */
        delete: operations["removeReaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/messages/{messageId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has received and who has read a message */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the caller's own view of a conversation
         * @description Other members do not see it. The caller's connections, on all devices, get a `conversation` frame. Absent fields stay as they are. A new message unarchives the conversation, without a frame of its own; a `read` of any device ends `markedUnread`.
         */
        patch: operations["changeMine"];
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
         * Mark messages as read
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
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a file upload
         * @description Returns a presigned request that uploads exactly these bytes to the store, and for a file of more than 16 MiB the same in parts. After the upload its owner may send the file with any number of messages. A file that is not sent within a day is deleted.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the URL of a file
         * @description For members of the conversations that hold it, and its uploader. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`. The file is served with `Content-Disposition: attachment` and its name, as `application/octet-stream` unless its type is known to be harmless.
         */
        get: operations["showFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{fileId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an upload in parts
         * @description After all parts are uploaded, and before the file is sent. Has no body; safe to repeat.
         */
        post: operations["completeFile"];
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
         * Request an image upload
         * @description Returns a presigned request that uploads exactly these bytes to the image store. After the upload its owner may send the image with any number of messages. Only pixels, animation, colour profile and orientation are stored. An image that is not sent within a day is deleted.
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
         * Get the URL of an image
         * @description For members of the conversations that hold it, and its uploader. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`.
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
    "/api/v1/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's open invites, newest first
         * @description Those that can still be accepted, 100 at most. Without their tokens, which are not stored.
         */
        get: operations["listInvites"];
        put?: never;
        /**
         * Make a link that invites people
         * @description Without `conversationId`, to a direct conversation with the caller; with it, to that group, of which the caller must be an admin. The token is shown this once: only a hash of it is stored.
         */
        post: operations["createInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invites/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an invite leads to
         * @description Without sign-in. Shows the name of the inviter or the title of the group, and nothing else.
         */
        get: operations["getInvite"];
        put?: never;
        post?: never;
        /** Revoke an invite */
        delete: operations["revokeInvite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invites/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invite
         * @description Leads into the direct conversation with the inviter, or the group. Safe to repeat: the same person gets the same conversation and takes one use. Members of the group take none.
         */
        post: operations["acceptInvite"];
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
         * @description For users who share a conversation with the caller; others are left out. Changes arrive as `presence` frames.
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
    "/api/v1/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public key for push subscriptions
         * @description The VAPID key (RFC 8292) of this installation, the `applicationServerKey` of `PushManager.subscribe()`.
         */
        get: operations["showPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Subscribe this browser to push notifications
         * @description The body is the browser's `PushSubscription` as JSON. Safe to repeat. A user has at most 10; a further one replaces the oldest. The subscription ends with the session that made it, or when its push service says so.
         */
        put: operations["subscribeToPush"];
        post?: never;
        /**
         * End a push subscription
         * @description Ends the subscription with this endpoint; without one, those of the caller's session.
         */
        delete: operations["unsubscribeFromPush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a user to the operator
         * @description The operator gets the report with the message, as it is now. The reported user does not learn of it.
         */
        post: operations["reportUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search in the caller's messages, newest first
         * @description A message matches when every word of the query begins one of its words. Case, accents, width and vowel points are ignored; punctuation inside of words is optional. In Chinese, Japanese, Korean, Thai and other scripts without spaces, and for emoji, any part of a text matches. Edited messages match by their present text, deleted messages and changes of the group never. A query of punctuation alone matches nothing.
         */
        get: operations["searchMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything of the caller, as a ZIP
         * @description Streamed; the token is checked at the beginning. Everything is as the API shows it to the caller at that time.
         *     - `profile.json`: `User` with `email` and `settings`
         *     - `photo.<extension>`: the caller's photo, if there is one
         *     - `sessions.json`: the signed-in devices, an array
         *     - `conversations.jsonl`: a `Conversation` a line
         *     - `messages/<conversation id>.jsonl`: a `Message`, or a change of the group, a line, in the order of `seq`
         *     - `attachments/<attachment id>.<extension>`: what the caller has uploaded
         *
         *     A download that fails in the middle ends the connection: an archive without its end is not complete.
         */
        get: operations["exportAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request the upload of a voice message
         * @description Returns a presigned request that uploads exactly these bytes to the store. After the upload its owner may send the voice message with any number of messages. One that is not sent within a day is deleted.
         */
        post: operations["uploadVoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/voice/{voiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the URL of a voice message
         * @description For members of the conversations that hold it, and its uploader. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`. Ranges can be requested there.
         */
        get: operations["showVoice"];
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
        AddMembers: {
            /**
             * @description Duplicates and members are ignored.
             * @example [
             *       "0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e"
             *     ]
             */
            userIds: string[];
        };
        /** @description A photo. Another photo has another URL. */
        Avatar: {
            /**
             * @description Path at this origin, for a GET with the access token: a redirect, or with `Accept: application/json` the URL to load.
             * @example /api/v1/users/0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e/avatar?v=6f1c.webp
             */
            url: string;
        };
        ChangeMine: {
            archived?: boolean;
            markedUnread?: boolean;
            /**
             * Format: date-time
             * @description `9999-12-31T23:59:59.999Z`, the latest, is for ever. Null, or a time that has passed, unmutes.
             * @example 9999-12-31T23:59:59.999Z
             */
            mutedUntil?: string | null;
            pinned?: boolean;
        };
        /** @description A conversation as one of its members sees it. */
        Conversation: {
            /** @description The photo of a group. Null without one, and of a direct conversation. */
            avatar: ((components["schemas"]["Avatar"] | null) | null) | components["schemas"]["Avatar"] | null;
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
             * @description The seq of the newest entry of its log; 0 while there is none.
             */
            lastSeq: number;
            /**
             * Format: int32
             * @description Number of members, the caller included.
             */
            memberCount: number;
            /** @description At most 20. Up to 20 members: all of them, the one who started it first. Of a larger group the caller, the most recent speakers, and some of the first members. */
            members: components["schemas"]["Member"][];
            mine: components["schemas"]["Mine"];
            /**
             * Format: int64
             * @description All other members have read up to this seq.
             */
            readByAllSeq: number;
            /** @description Null without a title. */
            title: string | null;
            /**
             * Format: int64
             * @description Number of messages of others after the caller's readSeq that are not deleted.
             */
            unread: number;
            /**
             * Format: date-time
             * @description Time of the latest activity; lists are sorted by it.
             */
            updatedAt: string;
        };
        ConversationPage: {
            /** @description Pinned first, then latest activity first. */
            items: components["schemas"]["Conversation"][];
            /** @description Send it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        CreatedInvite: {
            /** Format: date-time */
            expiresAt: string;
            /** @description Names the invite in lists; does not open it. */
            id: string;
            /** @description 22 URL-safe characters. A caller who has it can accept. */
            token: string;
            /**
             * Format: uri
             * @example https://chat.example.com/join/Jx0yJ2bJr0aD7a5mH3kq1w
             */
            url: string;
        };
        CreateInvite: {
            /** @description A group that the caller is an admin of. */
            conversationId?: string | null;
            /**
             * Format: int32
             * @default 168
             * @example 24
             */
            expiresInHours: number | null;
            /**
             * Format: int32
             * @description How many people may accept it; 1 by default, to a group 100.
             */
            maxUses?: number | null;
        };
        /** @description A message was deleted for everyone. */
        DeletedEntry: {
            /** Format: date-time */
            at: string;
            /** @description The user who caused the entry. */
            by: string;
            messageId: string;
            /**
             * Format: int64
             * @description The number of the entry: 1, 2, 3 … without holes.
             */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "deleted";
        };
        /** @description The text of a message was replaced. */
        EditedEntry: {
            /** Format: date-time */
            at: string;
            /** @description The user who caused the entry. */
            by: string;
            mentions: string[];
            messageId: string;
            /**
             * Format: int64
             * @description The number of the entry: 1, 2, 3 … without holes.
             */
            seq: number;
            /** @description Null when only the attachment is left, and once the message is deleted. */
            text: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "edited";
        };
        EditMessage: {
            /**
             * @description The new text, by the rules of sending; null or empty only beside an attachment.
             * @example Soup!
             */
            text?: string | null;
        };
        /** @description An entry of a conversation's log. `type` says what else it has; ignore types that you do not know. */
        Entry: components["schemas"]["MessageEntry"] | components["schemas"]["EditedEntry"] | components["schemas"]["DeletedEntry"] | components["schemas"]["ReactedEntry"] | components["schemas"]["MembersEntry"] | components["schemas"]["RoleEntry"] | components["schemas"]["TitledEntry"] | components["schemas"]["HiddenEntry"];
        EntryPage: {
            /** @description Whether there are entries after this page. */
            hasMore: boolean;
            /** @description Ascending by seq, without holes. */
            items: components["schemas"]["Entry"][];
        };
        FieldError: {
            detail: string;
            field: string;
        };
        File: {
            /** Format: int64 */
            bytes: number;
            /** @description As its sender declared it; not what it is served as. */
            contentType: string;
            id: string;
            /** @description The name under which it is saved. */
            name: string;
        };
        FileUpload: {
            fileId: string;
            /** @description The same upload in parts; only of a file of more than 16 MiB. */
            multipart: ((components["schemas"]["MultipartUpload"] | null) | null) | components["schemas"]["MultipartUpload"] | null;
            upload: components["schemas"]["UploadTarget"];
        };
        /** @description A change of the group, where it happened among the messages. */
        GroupEvent: {
            event: components["schemas"]["Entry"];
            /** @description The user who made the change. */
            senderId: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: int64 */
            seq: number;
        };
        /** @description An entry that is not shown to the caller. */
        HiddenEntry: {
            /** Format: date-time */
            at: string;
            /** @description The user who caused the entry. */
            by: string;
            /**
             * Format: int64
             * @description The number of the entry: 1, 2, 3 … without holes.
             */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "hidden";
        };
        /** @description A message, or, with an `event`, a change of the group. */
        HistoryItem: components["schemas"]["Message"] | components["schemas"]["GroupEvent"];
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
        Invite: {
            /** @description The group; null for a direct conversation. */
            conversationId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** Format: int32 */
            maxUses: number;
            /**
             * Format: int32
             * @description How many people have accepted it.
             */
            uses: number;
        };
        InviteList: {
            /** @description Newest first. */
            items: components["schemas"]["Invite"][];
            /** @description Always null. */
            next: string | null;
        };
        /** @description What a link leads to. */
        InvitePreview: {
            kind: components["schemas"]["Kind"];
            /** @description The name of the inviter, or the title of the group; empty for a group without one. */
            name: string;
        };
        /** @enum {string} */
        Kind: "direct" | "group";
        MarkRead: {
            /**
             * Format: int64
             * @description The last message read. A higher number than the newest counts as the newest; a lower one than the current position is ignored.
             * @example 17
             */
            seq: number;
        };
        Member: {
            /** @description Null without one. */
            avatar: ((components["schemas"]["Avatar"] | null) | null) | components["schemas"]["Avatar"] | null;
            /**
             * Format: int64
             * @description Messages up to this seq have reached one of the member's devices.
             */
            deliveredSeq: number;
            /**
             * Format: int64
             * @description The entry that added the member, who sees the log from it on; 0 for members from the start.
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
            /** @description Send it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        /** @description Members were added or removed. One who removes only `by` has left; one who adds only `by` has followed an invitation. */
        MembersEntry: {
            added: string[];
            /** Format: date-time */
            at: string;
            /** @description The user who caused the entry. */
            by: string;
            removed: string[];
            /**
             * Format: int64
             * @description The number of the entry: 1, 2, 3 … without holes.
             */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "members";
        };
        /** @description A message, in its present state. Text, one attachment (`image`, `file` or `voice`), or both; neither when deleted. */
        Message: {
            /** Format: uuid */
            clientMessageId: string;
            conversationId: string;
            /**
             * Format: date-time
             * @description When the message was deleted for everyone. It then has neither text nor attachment.
             */
            deletedAt: string | null;
            /**
             * Format: date-time
             * @description When the text was last edited.
             */
            editedAt: string | null;
            file: components["schemas"]["File"] | null;
            id: string;
            image: components["schemas"]["Image"] | null;
            /** @description Members of a group whom the text mentions as `@[userId]`, each once; empty in a direct conversation. */
            mentions: string[];
            /** @description In the order in which each emoji was first used. */
            reactions: components["schemas"]["Reaction"][];
            replyTo: components["schemas"]["Quote"] | null;
            senderId: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: int64 */
            seq: number;
            text: string | null;
            voice: components["schemas"]["Voice"] | null;
        };
        /** @description A message was sent. It is shown in its present state. */
        MessageEntry: {
            /** Format: date-time */
            at: string;
            /** @description The user who caused the entry. */
            by: string;
            message: components["schemas"]["Message"];
            /**
             * Format: int64
             * @description The number of the entry: 1, 2, 3 … without holes.
             */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message";
        };
        MessagePage: {
            /** @description Whether there are more beyond this page: newer ones with `after`, else older ones. */
            hasMore: boolean;
            /** @description Ascending by seq: messages, and changes of the group. */
            items: components["schemas"]["HistoryItem"][];
        };
        MessageReceipts: {
            /** @description Ids of the members who have read it, without its sender. */
            readBy: string[];
            /** @description Ids of the members one of whose devices has received it, those who have read it included; without its sender. */
            receivedBy: string[];
        };
        /** @description The caller's own settings of the conversation. Other members do not see them. */
        Mine: {
            /** @description Until the next message. */
            archived: boolean;
            /** @description Until the caller reads it on any device: a `read` ends it. */
            markedUnread: boolean;
            /**
             * Format: date-time
             * @description Null when not muted; may have passed. `9999-12-31T23:59:59.999Z` is for ever.
             */
            mutedUntil: string | null;
            pinned: boolean;
        };
        /** @description Upload each part with its request, in any order and as often as need be, then call `POST /api/v1/files/{fileId}/complete`. */
        MultipartUpload: {
            /** Format: date-time */
            expiresAt: string;
            parts: components["schemas"]["UploadPart"][];
        };
        Presence: {
            /**
             * Format: date-time
             * @description When the user was last online; null while online, and when never online.
             */
            lastSeenAt: string | null;
            /** @description Whether at least one device of the user is connected. */
            online: boolean;
            userId: string;
        };
        PresenceList: {
            /** @description In the order of the request. */
            items: components["schemas"]["Presence"][];
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
        PushKey: {
            /** @description An uncompressed point of P-256, base64url without padding. */
            publicKey: string;
        };
        /** @description `PushSubscription.toJSON()` of a browser. */
        PushSubscription: {
            /**
             * @description An https URL of the browser's push service.
             * @example https://push.example.net/send/1
             */
            endpoint: string;
            /**
             * @example {
             *       "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
             *       "auth": "BTBZMqHH6r4Tts7J_aSIgg"
             *     }
             */
            keys: components["schemas"]["PushSubscriptionKeys"];
        };
        PushSubscriptionKeys: {
            /** @description The browser's secret of 16 bytes, base64url. */
            auth: string;
            /** @description The browser's public key, base64url. */
            p256dh: string;
        };
        /** @description The message that a reply quotes, in its state when the reply is read. When an `entry` frame changes that message, the client updates its quotes of it. */
        Quote: {
            /** @description The kind of its attachment: `image`, `file` or `voice`; null without one, and when it is deleted. */
            attachment: string | null;
            /** Format: date-time */
            deletedAt: string | null;
            id: string;
            senderId: string;
            /** Format: int64 */
            seq: number;
            /** @description The first 200 characters of its text, with `…` behind them when there are more; null without text, and when it is deleted. */
            text: string | null;
        };
        /** @description A member reacted to a message, or took a reaction back. */
        ReactedEntry: {
            /** @description False when the reaction was taken back. */
            added: boolean;
            /** Format: date-time */
            at: string;
            /** @description The user who caused the entry. */
            by: string;
            /** @example 👍 */
            emoji: string;
            messageId: string;
            /**
             * Format: int64
             * @description The number of the entry: 1, 2, 3 … without holes.
             */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "reacted";
        };
        Reaction: {
            /** @example 👍 */
            emoji: string;
            /** @description Who reacted with it, the earliest first; never empty. */
            userIds: string[];
        };
        /** @enum {string} */
        Reason: "spam" | "abuse" | "other";
        RenameGroup: {
            /**
             * @description 1 to 80 characters after trimming.
             * @example Lunch
             */
            title: string;
        };
        ReportUser: {
            /** @description A message of that user that the caller can read. */
            messageId?: string | null;
            /** @example spam */
            reason: components["schemas"]["Reason"];
            /** @description At most 1,000 characters. */
            text?: string | null;
            /** @example 0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e */
            userId: string;
        };
        /** @enum {string} */
        Role: "owner" | "admin" | "member";
        /** @description A member has another role. When a member becomes the owner, the owner before is an admin from then on. */
        RoleEntry: {
            /** Format: date-time */
            at: string;
            /** @description The user who caused the entry. */
            by: string;
            role: components["schemas"]["Role"];
            /**
             * Format: int64
             * @description The number of the entry: 1, 2, 3 … without holes.
             */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "role";
            userId: string;
        };
        SearchHit: {
            conversationId: string;
            /**
             * @description What the words match in `message.text`: ascending, disjoint ranges `[start, end]`, in UTF-16 code units, end exclusive, as `text.slice(start, end)` in JavaScript takes them.
             * @example [
             *       [
             *         0,
             *         4
             *       ],
             *       [
             *         12,
             *         19
             *       ]
             *     ]
             */
            highlights: number[][];
            message: components["schemas"]["Message"];
        };
        SearchPage: {
            /** @description Newest first. May have fewer than `limit`, even none, before the end. */
            items: components["schemas"]["SearchHit"][];
            /** @description Send it as `before` to get the next page; null on the last page. */
            next: string | null;
        };
        /** @description Text, one attachment, or both. */
        SendMessage: {
            /**
             * Format: uuid
             * @description Chosen by the client. The same id again in this conversation is the same message. Case is ignored; responses have it in lower case.
             * @example 0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a
             */
            clientMessageId: string;
            /** @description A file that the sender uploaded (see `POST /api/v1/files`), or may see in another conversation. At most one of `imageId`, `fileId` and `voiceId`. */
            fileId?: string | null;
            /** @description An image that the sender uploaded (see `POST /api/v1/images`), or may see in another conversation. */
            imageId?: string | null;
            /** @description The id of a message of this conversation that this one quotes. */
            replyTo?: string | null;
            /**
             * @description 1 to 4,000 characters after white space at the end and blank lines at both ends are removed. `@[userId]` mentions a member of a group.
             * @example Soup?
             */
            text?: string | null;
            /** @description A voice message that the sender uploaded (see `POST /api/v1/voice`), or may see in another conversation. */
            voiceId?: string | null;
        };
        SetRole: {
            /** @example admin */
            role: components["schemas"]["Role"];
        };
        StartConversation: {
            /**
             * @description The other members. Duplicates and the caller are ignored.
             * @example [
             *       "0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e"
             *     ]
             */
            memberIds: string[];
            /**
             * @description A title makes the conversation a group. 1 to 80 characters after trimming.
             * @example Lunch
             */
            title?: string | null;
        };
        /** @description The group has another title. */
        TitledEntry: {
            /** Format: date-time */
            at: string;
            /** @description The user who caused the entry. */
            by: string;
            /**
             * Format: int64
             * @description The number of the entry: 1, 2, 3 … without holes.
             */
            seq: number;
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "titled";
        };
        /** @description The file to upload. */
        UploadFile: {
            /**
             * Format: int64
             * @description The exact length in bytes.
             * @example 183204
             */
            bytes: number;
            /**
             * @description Its media type; empty when it is not known.
             * @example application/pdf
             */
            contentType: string;
            /**
             * @description The name under which it is saved. Path separators, control, direction and invisible characters are removed; at most 255 bytes of UTF-8 are kept.
             * @example Menu.pdf
             */
            name: string;
        };
        /** @description The file to upload. */
        UploadImage: {
            /**
             * Format: int64
             * @description The exact length in bytes.
             * @example 183204
             */
            bytes: number;
            /**
             * @example image/webp
             * @enum {string}
             */
            contentType: "image/jpeg" | "image/png" | "image/webp" | "image/gif";
        };
        /** @description Uploads `bytes` bytes of the file from byte `from` on. */
        UploadPart: {
            /** Format: int64 */
            bytes: number;
            /** Format: int64 */
            from: number;
            /** @example PUT */
            method: string;
            /** Format: int32 */
            number: number;
            /**
             * Format: uri
             * @description A secret until it expires.
             */
            url: string;
        };
        /** @description The request that uploads the file. Make it exactly so, without an access token. */
        UploadTarget: {
            /** Format: date-time */
            expiresAt: string;
            /** @description Headers that the request must have. */
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
        /** @description The recording to upload. */
        UploadVoice: {
            /**
             * Format: int64
             * @description The exact length in bytes.
             * @example 48204
             */
            bytes: number;
            /**
             * @description `audio/webm` and `audio/ogg` with Opus, `audio/mp4` with AAC; parameters are ignored.
             * @example audio/webm
             */
            contentType: string;
            /**
             * Format: int64
             * @description The duration in milliseconds, for display.
             * @example 4200
             */
            durationMs: number;
            /**
             * @description Levels from 0 to 255, for display.
             * @example [
             *       0,
             *       128,
             *       255,
             *       64
             *     ]
             */
            waveform: number[];
        };
        Voice: {
            /** Format: int64 */
            bytes: number;
            contentType: string;
            /**
             * Format: int32
             * @description The duration in milliseconds, as its sender declared it.
             */
            durationMs: number;
            id: string;
            /** @description At most 64 levels from 0 to 255, as its sender declared them. */
            waveform: number[];
        };
        VoiceUpload: {
            upload: components["schemas"]["UploadTarget"];
            voiceId: string;
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
                /** @description `next` of the previous page. */
                after?: string;
                /** @description `true` for the archived ones alone, `false` for all others. */
                archived?: boolean;
                /** @description Page size, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
            /** @description The existing direct conversation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Created. All members' connections get a `conversation` frame. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: a user in `memberIds` does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `only_yourself`: there is no other member. `too_many_members`: more than 1,000. `member_unavailable`: a user cannot be added. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. A group counts once more for every 30 members. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    renameGroup: {
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
                "application/json": components["schemas"]["RenameGroup"];
            };
        };
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
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_an_admin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_group` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    showGroupAvatar: {
        parameters: {
            query?: {
                /** @description The version in `avatar.url`, for caches; always answered with the present photo. */
                v?: string;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The URL, when `application/json` is accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageLink"];
                };
            };
            /** @description Redirect to the photo. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. `avatar_not_found`: it has no photo. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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
    setGroupAvatar: {
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
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
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
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_an_admin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: more than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_group`. `avatar_not_square`: crop and scale it before the upload. `image_type_mismatch`, `image_malformed`, `image_dimensions`: choose another file. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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
    removeGroupAvatar: {
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
            /** @description The group has no photo. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_an_admin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_group` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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
                /** @description The seq of the last known entry; 0 for all. */
                after?: number;
                /** @description Page size, at most 100. */
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
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPage"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
                /** @description `next` of the previous page. */
                after?: string;
                /** @description Page size, at most 100. */
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
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    addMembers: {
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
                "application/json": components["schemas"]["AddMembers"];
            };
        };
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
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_an_admin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. `user_not_found`: a user in `userIds` does not exist; none is added. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_group`. `too_many_members`: it would have more than 1,000. `member_unavailable`: a user has blocked the caller; none is added. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. Counts once more for every 30 users. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is no member. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_an_admin`. `owner_stays`: the user is the owner. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_group` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    setRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRole"];
            };
        };
        responses: {
            /** @description The member has the role. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_the_owner` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. `member_not_found`: the user is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_group`. `owner_stays`: the owner gives up the role only by making another the owner. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
                /** @description Page size, at most 100. */
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
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
            /** @description Already stored under this `clientMessageId`: the first message, even if this one differs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `message_not_found`: the message to reply to is not in this conversation. `image_not_found`, `file_not_found`, `voice_not_found`: no such attachment, not visible to the sender, or not uploaded. The upload was rejected and deleted because of its length (`image_size_mismatch`, `file_size_mismatch`, `voice_size_mismatch`), type (`image_type_mismatch`, `voice_type_mismatch`), format (`image_malformed`) or dimensions (`image_dimensions`). `storage_full`: the storage of the sender has no room for the upload. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `store_slow`, `conversation_busy`, and with an attachment `images_unavailable`: repeat after `Retry-After`. */
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
    deleteMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: another user sent it, and the caller is no admin. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: the conversation does not exist, or the caller is not a member. `message_not_found`: the message is not in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    editMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMessage"];
            };
        };
        responses: {
            /** @description The edited message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: another user sent it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: the conversation does not exist, or the caller is not a member. `message_not_found`: the message is not in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_late`: it was sent more than 24 hours ago. `message_deleted`: it is deleted. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    addReaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                emoji: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller reacts with the emoji. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: the conversation does not exist, or the caller is not a member. `message_not_found`: the message is not in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `emoji_not_supported`: not one fully-qualified emoji of Unicode's list. `too_many_reactions`: the message has 20 different reactions. `message_deleted`: it is deleted. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    removeReaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                emoji: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller does not react with the emoji. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: the conversation does not exist, or the caller is not a member. `message_not_found`: the message is not in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `emoji_not_supported`: not one fully-qualified emoji of Unicode's list. `message_deleted`: it is deleted. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    listReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageReceipts"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: the conversation does not exist, or the caller is not a member. `message_not_found`: the message is not in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_members`: the group has more than 100 members. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    changeMine: {
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
                "application/json": components["schemas"]["ChangeMine"];
            };
        };
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
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_pinned`: 20 are pinned already. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
            /** @description The position is stored. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadFile"];
            };
        };
        responses: {
            /** @description The upload request. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileUpload"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_too_large`: more than 100 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage_full`: delete messages with files to make room. */
            422: {
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
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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
    showFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The URL, when `application/json` is accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageLink"];
                };
            };
            /** @description Redirect to the file. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_not_found`: it does not exist, or the caller may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: too many reads of own uploads that were never sent; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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
    completeFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload is complete. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_not_found`: the caller has offered no such file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_incomplete`: parts are missing. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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
            /** @description The upload request. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageUpload"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
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
            /** @description `image_type_not_supported`: none of jpeg, png, webp and gif. Or the body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage_full`: delete messages with files to make room. */
            422: {
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
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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
            /** @description The URL, when `application/json` is accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageLink"];
                };
            };
            /** @description Redirect to the image. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `image_not_found`: it does not exist, or the caller may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: too many reads of own uploads that were never sent; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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
    listInvites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["InviteList"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    createInvite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvite"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInvite"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_an_admin`: the caller is not an admin of the group. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_group`: the conversation is a direct one. `too_many_invites`: 100 are open; revoke one first. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    getInvite: {
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitePreview"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invite_gone`: used up, expired, revoked or unknown. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: more than 60 a minute from one network. Repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    revokeInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The token, or the `id` in the list of invites. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It cannot be accepted any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invite_not_found`: the caller has no such invite. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    acceptInvite: {
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
            /** @description Joined. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invite_gone`: used up, expired, revoked or unknown; or accepted before by a user who has left the group since. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `own_invite`: the caller made it. `too_many_members`: the group is full. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
                /** @description User ids, separated by commas; at most 100. */
                userIds: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users who share a conversation with the caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceList"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    showPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKey"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `push_off`: the operator has not set up push notifications. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    subscribeToPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscription"];
            };
        };
        responses: {
            /** @description Subscribed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `push_off`: the operator has not set up push notifications. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `push_endpoint`: not an https URL on a public address without credentials. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: too many subscriptions; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`: repeat after `Retry-After`. */
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
    unsubscribeFromPush: {
        parameters: {
            query?: {
                /** @description The `endpoint` of the subscription. */
                endpoint?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`: repeat after `Retry-After`. */
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
    reportUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportUser"];
            };
        };
        responses: {
            /** @description Reported. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: the user does not exist. `message_not_found`: the message does not exist, or is not one of this user that the caller can read. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 64 KiB; a photo, than 1 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not `application/json`; a photo, none of jpeg, png and webp. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `only_yourself`: the caller is the reported user. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: more than 10 within a day. Repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    searchMessages: {
        parameters: {
            query: {
                /** @description `next` of the previous page. */
                before?: string;
                /** @description Search in this conversation alone. */
                conversationId?: string;
                /** @description Page size, at most 100. */
                limit?: number;
                /** @description 1 to 10 words, at most 200 characters. */
                query: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conversation_not_found`: it does not exist, or the caller is not a member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    exportAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: an export is in progress, or there were 3 within an hour. Repeat after `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A backing service is unavailable: repeat after `Retry-After`. */
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
    uploadVoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadVoice"];
            };
        };
        responses: {
            /** @description The upload request. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoiceUpload"];
                };
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voice_too_large`: more than 10 MiB or 10 minutes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voice_type_not_supported`: none of `audio/webm`, `audio/ogg` and `audio/mp4`. Or the body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage_full`: delete messages with files to make room. */
            422: {
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
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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
    showVoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                voiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The URL, when `application/json` is accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageLink"];
                };
            };
            /** @description Redirect to the voice message. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed; `errors` lists the invalid fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the access token is invalid or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voice_not_found`: it does not exist, or the caller may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: too many reads of own uploads that were never sent; see `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_unavailable`, `images_unavailable`: repeat after `Retry-After`. */
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

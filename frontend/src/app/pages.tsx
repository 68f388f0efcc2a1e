import { Navigate, Route, Routes } from 'react-router';
import { ChatsRoute } from './chats-route';
import { ConversationRoute, NoConversation } from './conversation-route';
import { JoinRoute } from './join-route';
import { SignInRoute } from './sign-in-route';
import { UnsubscribeRoute } from './unsubscribe-route';

/** Which page stands at which path. */
export function Pages() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInRoute />} />
      <Route path="/join/:token" element={<JoinRoute />} />
      <Route path="/unsubscribe/:token" element={<UnsubscribeRoute />} />
      <Route path="/" element={<ChatsRoute />}>
        <Route index element={<NoConversation />} />
        <Route path="c/:id" element={<ConversationRoute />} />
      </Route>
      <Route path="*" element={<Navigate to="/" replace />} />
    </Routes>
  );
}

import type { RouteObject } from 'react-router';
import { Navigate } from 'react-router';
import { ChatsRoute } from './chats-route';
import { ConversationRoute, NoConversation } from './conversation-route';
import { CrashPage } from './crash-page';
import { SignInRoute } from './sign-in-route';

export const routes: RouteObject[] = [
  {
    errorElement: <CrashPage />,
    children: [
      { path: '/sign-in', element: <SignInRoute /> },
      {
        path: '/',
        element: <ChatsRoute />,
        children: [
          { index: true, element: <NoConversation /> },
          { path: 'c/:id', element: <ConversationRoute /> },
        ],
      },
      { path: '*', element: <Navigate to="/" replace /> },
    ],
  },
];

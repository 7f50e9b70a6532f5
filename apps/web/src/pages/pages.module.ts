/** The pages, and what they share. */

import { Module } from '@nestjs/common';
import { ActingPerson } from '../http/acting.ts';
import { AssetsController } from '../http/assets.ts';
import { CommandForms } from '../http/command-forms.ts';
import { FoldedRecommendations } from '../http/folded-recommendations.ts';
import { Pages } from '../http/pages.ts';
import { ActingAsController } from './acting-as/acting-as.controller.ts';
import { CloseRecommendationController } from './close-recommendation/close-recommendation.controller.ts';
import { RecommendationController } from './recommendation/recommendation.controller.ts';
import { RegisterController } from './register/register.controller.ts';

@Module({
  controllers: [
    RegisterController,
    RecommendationController,
    CloseRecommendationController,
    ActingAsController,
    AssetsController,
  ],
  providers: [ActingPerson, CommandForms, FoldedRecommendations, Pages],
})
export class PagesModule {}
